import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Swatch } from '../../shared/contract/index.ts'
import type { FileId } from '../../shared/ids.ts'
import type { PictureFeatures } from './picture-features.ts'
import { FEATURES_BYTES, FEATURES_MAKER } from './picture-features.ts'

export type FeatureStore = {
  /** Null: they were not extracted yet, or not as they are now. */
  find: (file: FileId, mirrored: boolean) => PictureFeatures | null
  put: (file: FileId, mirrored: boolean, features: PictureFeatures) => void
}

const Row = v.object({
  views: v.pipe(
    v.instance(Uint8Array),
    v.check(({ length }) => length === FEATURES_BYTES),
  ),
  palette: v.pipe(v.string(), v.parseJson(), v.array(Swatch)),
})

/** Extracted once for each picture. They can be extracted again, so a damaged row counts as none. */
export const createFeatureStore = (db: DatabaseSync): FeatureStore => {
  const find = db.prepare(
    'SELECT views, palette FROM picture_features WHERE file = ? AND mirrored = ? AND maker = ?',
  )
  const put =
    db.prepare(`INSERT OR REPLACE INTO picture_features (file, mirrored, maker, views, palette)
    VALUES (:file, :mirrored, :maker, :views, :palette)`)
  return {
    find: (file, mirrored) => {
      const row = v.safeParse(Row, find.get(file, Number(mirrored), FEATURES_MAKER))
      return row.success ? row.output : null
    },
    put: (file, mirrored, { views, palette }) => {
      put.run({
        file,
        mirrored: Number(mirrored),
        maker: FEATURES_MAKER,
        views,
        palette: JSON.stringify(palette),
      })
    },
  }
}
