/** Nothing: that it is TypeScript makes Node load its type stripper. */
export {}
