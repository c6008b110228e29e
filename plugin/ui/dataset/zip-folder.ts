import { downloadZip } from 'client-zip'

/** What a training set is made of; anything else in a folder stays where it is. */
const WANTED = /\.(png|jpe?g|webp|txt)$/i
/** Files that systems hide. */
const HIDDEN = /(^|\/)\./

/** The pictures and texts of a folder that she chose, as a ZIP with their names in it. */
export const zipFolder = (files: readonly File[]): Promise<Blob> =>
  downloadZip(
    files
      .map((file) => ({ name: file.webkitRelativePath || file.name, input: file }))
      .filter(({ name }) => WANTED.test(name) && !HIDDEN.test(name)),
  ).blob()
