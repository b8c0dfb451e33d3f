/** Something on both sides of one `@`, as the server asks for; whether it exists is another question. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** @param {string} text @returns {boolean} whether it can be an e-mail address */
export const isAddress = text => ADDRESS.test(text.trim());
