import { openAsBlob } from 'node:fs'
import { basename, resolve } from 'node:path'
import * as v from 'valibot'
import { uploadWeights } from '../shared/contract/weights.ts'
import { ErrorEnvelope } from '../shared/errors.ts'
import { versionOf } from '../shared/version-of.ts'
import { runCommand } from './backup/run-command.ts'
import { readConfig } from './config.ts'
import { openDataFolder } from './open-data-folder.ts'
import { openToken } from './open-token.ts'
import { StartError } from './start-error.ts'

const USAGE =
  'Say which style, and what: npm run import-weights -- nua path/to/lora.safetensors, or its https:// address.'
const AWAY = 'Maquette does not run here. Start it first, with the same settings.'

/** Hands weights that were trained elsewhere to the proxy that runs on this machine. */
await runCommand(async () => {
  const [style, source] = process.argv.slice(2)
  if (style === undefined || source === undefined) throw new StartError(USAGE)
  const config = readConfig(process.env)
  const token = config.hosting.token ?? openToken(openDataFolder(config.data))
  const send = async (path: string, type: string, body: Blob | string): Promise<unknown> => {
    const url = `http://127.0.0.1:${config.port}/v1/styles/${encodeURIComponent(style)}${path}`
    const headers = { authorization: `Bearer ${token}`, 'content-type': type }
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => null)
    if (response === null) throw new StartError(AWAY)
    const answer: unknown = await response.json()
    if (response.ok) return answer
    throw new StartError(v.is(ErrorEnvelope, answer) ? answer.error.message : AWAY)
  }
  const upload = async (): Promise<unknown> => {
    const blob = await openAsBlob(resolve(source)).catch(() => null)
    if (blob === null) throw new StartError(`The file ${source} cannot be read.`)
    const query = new URLSearchParams({ name: basename(source) }).toString()
    return send(`/weights?${query}`, 'application/octet-stream', blob)
  }
  const answer = await (source.startsWith('https://')
    ? send('/imports', 'application/json', JSON.stringify({ url: source }))
    : upload())
  const changed = v.parse(uploadWeights.response, answer).style
  const added = changed.versions.at(-1)
  const current = changed.model === null ? null : versionOf(changed, changed.model)
  const stays = current === null ? '' : ` The default stays v${current.number}.`
  return `It is v${added?.number ?? 1} of ${changed.name} now.${stays} Make it the default in the panel: Edit style.`
})
