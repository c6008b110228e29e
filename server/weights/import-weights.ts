import { AppError } from '../../shared/errors.ts'
import type { StyleId } from '../../shared/ids.ts'
import { LOCAL_OWNER } from '../../shared/model-name.ts'
import type { Style } from '../../shared/style.ts'
import type { Room } from '../files/create-room.ts'
import type { Styles } from '../styles/service.ts'
import type { InspectOptions } from './inspect-remote-weights.ts'
import { inspectRemoteWeights } from './inspect-remote-weights.ts'
import type { WeightsStore } from './weights-store.ts'

type Options = {
  readonly styles: Pick<Styles, 'find' | 'addVersion'>
  readonly weights: Pick<WeightsStore, 'keep'>
  readonly room: Pick<Room, 'require'>
  readonly remote?: InspectOptions
}

type Described = { readonly name: string; readonly note: string }

/** Versions of a style that were trained elsewhere. Everything here throws AppError; nothing was changed then. */
export type ImportWeights = {
  /** Keeps a file, for an engine on this machine. */
  file: (id: StyleId, described: Described, chunks: AsyncIterable<Uint8Array>) => Promise<Style>
  /** Takes a file by its address, for Replicate. */
  url: (id: StyleId, url: string, note: string) => Promise<Style>
}

/** Loads a LoRA from an address. */
const BASE = 'black-forest-labs/flux-dev-lora'

export const createImportWeights = ({ styles, weights, room, remote }: Options): ImportWeights => {
  const mustExist = (id: StyleId): void => {
    if (styles.find(id) === null)
      throw new AppError('not_found', 'This style is not there any more. Choose another one.')
  }
  return {
    file: async (id, { name, note }, chunks) => {
      mustExist(id)
      await room.require()
      const { file } = await weights.keep(chunks)
      const origin = { type: 'imported', name } as const
      return styles.addVersion(id, { model: `${LOCAL_OWNER}/${id}:${file}`, note, origin })
    },
    url: async (id, url, note) => {
      mustExist(id)
      await inspectRemoteWeights(url, remote)
      const name = new URL(url).pathname.split('/').at(-1) ?? url
      return styles.addVersion(id, {
        model: `${BASE}+${url}`,
        note,
        origin: { type: 'imported', name },
      })
    },
  }
}
