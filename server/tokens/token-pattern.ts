/** A token that a person chose: at least 32 characters that need no escaping in a link or a header. */
export const TOKEN_PATTERN = /^[\w-]{32,}$/
