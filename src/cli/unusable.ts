/** Input that cannot be used: ends the command with exit code 2 and its message, one line, on standard error. */
export class Unusable extends Error {}
