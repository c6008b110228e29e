/** A promise that a test settles when it wants to. */
export const createGate = () => {
  let open = () => {}
  let fail = (_error: Error) => {}
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  return { passed, open: () => open(), fail: (error: Error) => fail(error) }
}
