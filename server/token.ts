import { AppError } from '../shared/errors.ts'
import { readConfig } from './config.ts'
import { studioOrigin } from './hosting.ts'
import { openDataFolder } from './open-data-folder.ts'
import { openToken } from './open-token.ts'
import { StartError } from './start-error.ts'
import { openTokenDb } from './tokens/open-token-db.ts'
import { runTokenCommand } from './tokens/run-token-command.ts'
import { createTokenStore } from './tokens/token-store.ts'

const main = (words: readonly string[]): string => {
  const config = readConfig(process.env)
  const data = openDataFolder(config.data)
  const renewOwner = () => {
    if (config.hosting.token === null) return openToken(data, { isNew: true })
    throw new AppError(
      'conflict',
      'The owner’s token is in MAQUETTE_TOKEN. Change it there, and start the proxy again.',
    )
  }
  const db = openTokenDb(data)
  try {
    return runTokenCommand(words, {
      store: createTokenStore(db),
      now: Date.now(),
      renewOwner,
      studio: studioOrigin(config),
    })
  } finally {
    db.close()
  }
}

try {
  process.stdout.write(`${main(process.argv.slice(2))}\n`)
} catch (error) {
  if (!(error instanceof StartError || error instanceof AppError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
