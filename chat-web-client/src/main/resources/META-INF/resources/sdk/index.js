export { ChatClient } from './client.js';
export { ChatProblem } from './problem.js';
export { indexedDbStorage, memoryStorage } from './storage.js';
