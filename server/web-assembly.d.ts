// What Node's own types leave out.
declare namespace WebAssembly {
  type Module = object
  /** Rejects for bytes that are no module. */
  function compile(bytes: Uint8Array): Promise<Module>
}
