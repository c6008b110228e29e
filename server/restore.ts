import { resolve } from 'node:path'
import { createLog } from './log.ts'
import { StartError } from './start-error.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { runCommand } from './backup/run-command.ts'

await runCommand(async () => {
  const [file, folder] = process.argv.slice(2)
  if (file === undefined || folder === undefined)
    throw new StartError('Say what and where: npm run restore -- maquette.tar new-data')
  const { files } = await restoreBackup({
    file: resolve(file),
    folder: resolve(folder),
    now: Date.now(),
    log: createLog(process.stderr),
  })
  return `Restored the database and ${files} pictures to ${folder}. Start with MAQUETTE_DATA=${folder}; a new token is made.`
})
