import type { DocumentSnapshot } from '../../host/document-snapshot.ts'

const collect = (value: unknown, into: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'imageHash' && typeof inner === 'string') into.add(inner)
    else collect(inner, into)
  }
}

/** The hashes of all images that some paint in the document shows. */
export const imageHashes = (snapshot: DocumentSnapshot): ReadonlySet<string> => {
  const hashes = new Set<string>()
  for (const node of snapshot.nodes) collect(node.properties, hashes)
  return hashes
}
