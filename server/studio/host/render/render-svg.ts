import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { SceneItem } from '../scene.ts'

/** */
export const renderSvg = (
  item: SceneItem,
  size: Size,
  _image: (hash: string) => Uint8Array | undefined,
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${item.width} ${item.height}"></svg>`
