import type { Style } from '../../shared/style.ts'
import { pieceEntries } from '../datasets/archive.ts'
import { textEntry, zipOf, zipSize } from '../datasets/stored-zip.ts'
import type { Archive } from '../datasets/freezer.ts'
import type { StoredPiece } from '../datasets/frozen-version.ts'
import type { FileStore } from '../files/file-store.ts'
import { kitConfig } from './kit-config.ts'
import { kitReadme } from './kit-readme.ts'

/** Samples while it trains: each costs the time of a picture. */
const PROMPTS = 4

/** What is chosen for a kit. */
export type KitQuery = { readonly steps: number; readonly rank: number }

type Options = KitQuery & {
  readonly version: { readonly number: number; readonly hash: string }
  readonly pieces: readonly StoredPiece[]
  readonly style: Pick<Style, 'id' | 'name' | 'trigger'>
  readonly files: Pick<FileStore, 'read'>
}

/** Pieces that are held out show best what was learned. */
const promptsOf = (pieces: readonly StoredPiece[]): string[] => {
  const captions = (use: StoredPiece['use']) =>
    pieces.flatMap((piece) => (piece.use === use ? [piece.caption] : []))
  return [...captions('held-out'), ...captions('train')]
    .filter((caption) => caption.trim() !== '')
    .slice(0, PROMPTS)
}

/** A dataset version as a ZIP that trains as it is with ai-toolkit: pieces, configurations, and what to do. */
export const createKit = ({ version, pieces, style, steps, rank, files }: Options): Archive => {
  const name = `${style.id}-v${version.number}`
  const trained = pieces.filter(({ use }) => use === 'train')
  const settings = { name, trigger: style.trigger, steps, rank, prompts: promptsOf(pieces) }
  const facts = { ...settings, style: style.name, styleId: style.id, pieces: trained.length }
  const entries = [
    textEntry(`${name}/README.md`, kitReadme({ ...facts, hash: version.hash })),
    textEntry(`${name}/train.yaml`, kitConfig({ ...settings, device: 'cuda' })),
    textEntry(`${name}/train-apple-silicon.yaml`, kitConfig({ ...settings, device: 'mps' })),
    ...pieceEntries(trained, files, `${name}/dataset/`),
  ]
  return { name: `${name}-kit.zip`, size: zipSize(entries), chunks: () => zipOf(entries) }
}
