import { zipFolder } from './zip-folder.ts'

/** A training set on her disk: a ZIP, or a folder that becomes one when it is sent. */
export type TrainingSet = {
  readonly kind: 'ZIP' | 'folder'
  readonly name: string
  readonly read: () => Blob | Promise<Blob>
}

export const fromZip = (file: File): TrainingSet => ({
  kind: 'ZIP',
  name: file.name,
  read: () => file,
})

/** Null for a folder without files. */
export const fromFolder = (files: readonly File[]): TrainingSet | null => {
  const [first] = files
  if (first === undefined) return null
  const [name = first.name] = first.webkitRelativePath.split('/')
  return { kind: 'folder', name, read: () => zipFolder(files) }
}
