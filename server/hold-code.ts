import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * Compiles the WebAssembly in a file once, and keeps it for as long as what it returns is kept. V8 has one copy of equal
 * code for all threads of a process; freed together with the last thread that used it, that may end the whole process
 * (nodejs/node#64500). Whoever starts such threads asks for this with them.
 */
export const createCodeHold = (file: URL): (() => Promise<WebAssembly.Module>) => {
  let held: Promise<WebAssembly.Module> | null = null
  return () => (held ??= readFile(fileURLToPath(file)).then((bytes) => WebAssembly.compile(bytes)))
}
