/** Asks for one file of a kind, such as `.json`. Nothing happens when she thinks better of it. */
export const chooseFile = (kind: string, onFile: (file: File) => void): void => {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: kind })
  input.onchange = () => {
    const [file] = input.files ?? []
    if (file !== undefined) onFile(file)
  }
  input.click()
}
