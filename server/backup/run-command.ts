import { StartError } from '../start-error.ts'

/** Runs a command of the person who runs the proxy: what it says goes out, what is wrong goes out in words. */
export const runCommand = async (command: () => Promise<string>): Promise<void> => {
  try {
    process.stdout.write(`${await command()}\n`)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
