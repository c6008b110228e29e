/** Why the proxy cannot start, in words for the person who runs it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
