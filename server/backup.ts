import { resolve } from 'node:path'
import { readConfig } from './config.ts'
import { readVersion } from './read-version.ts'
import { StartError } from './start-error.ts'
import { createBackup } from './backup/create-backup.ts'
import { runCommand } from './backup/run-command.ts'

const ROOT = resolve(import.meta.dirname, '..')

await runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new StartError('Say where it goes: npm run backup -- maquette.tar')
  const { files, weights, bytes, damaged } = await createBackup({
    data: resolve(readConfig(process.env).data),
    file: resolve(file),
    version: readVersion(ROOT),
    now: Date.now(),
  })
  const missing = damaged > 0 ? ` ${damaged} damaged files are not in it.` : ''
  const loras = weights > 0 ? ` and ${weights} trained LoRAs` : ''
  return `Backed up the database and ${files} pictures${loras}: ${Math.ceil(bytes / 1e6)} MB in ${file}.${missing}`
})
