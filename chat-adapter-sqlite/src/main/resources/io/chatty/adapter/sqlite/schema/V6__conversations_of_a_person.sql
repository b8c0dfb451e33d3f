-- With the index of the people: every conversation of a person, also one that only the other has opened.
CREATE INDEX conversation_high ON conversation (high);
