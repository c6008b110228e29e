import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import { digestToken } from './digest-token.ts'
import { newToken } from './new-token.ts'
import type { TokenRecord, TokenStore } from './token-store.ts'
import { OWNER } from './token-store.ts'

type Options = {
  readonly store: TokenStore
  /** Milliseconds since 1970. */
  readonly now: number
  /** Makes and keeps another token for the owner. Throws AppError where it cannot. */
  readonly renewOwner: () => string
  /** The studio's address, without a slash at its end. */
  readonly studio: string
}

const USAGE = `npm run token -- create NAME   a token for one more person
npm run token -- rotate NAME   another token in place of theirs
npm run token -- revoke NAME   theirs lets in no more
npm run token -- list`

const NAME = 'A name is one word of up to 40 letters, digits, dots and dashes.'
/** Starts with a letter or a digit of any script, so that no option is taken for a name. */
const Name = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, NAME))
const Command = v.union(
  [
    v.strictTuple([v.literal('list')]),
    v.strictTuple([v.picklist(['create', 'rotate', 'revoke']), Name]),
  ],
  USAGE,
)

const show = (
  name: string,
  token: string,
  studio: string,
): string => `${name}’s token, shown this once:

  ${token}

Figma    Plugins → Development → Maquette → Settings, then paste it
Studio   ${studio}/#token=${token}`

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
const line = ({ name, createdAt, revokedAt }: TokenRecord): string =>
  `${name.padEnd(20)}since ${day(createdAt)}${revokedAt === null ? '' : `, revoked ${day(revokedAt)}`}`

/** Does what the command line asks, and returns what it says. Throws AppError, in words, when it changes nothing. */
export const runTokenCommand = (
  words: readonly string[],
  { store, now, renewOwner, studio }: Options,
): string => {
  const command = v.safeParse(Command, words)
  if (!command.success) throw new AppError('invalid_request', command.issues[0].message)
  const [verb, name = ''] = command.output
  const known = store.find(name)
  const isValid = known !== null && known.revokedAt === null

  const give = (token: string): string => {
    store.put(name, digestToken(token), now)
    return show(name, token, studio)
  }
  const requireValid = () => {
    if (!isValid) throw new AppError('not_found', `There is no token that is called ${name}.`)
  }

  switch (verb) {
    case 'list': {
      const tokens = store.list()
      return tokens.length === 0 ? 'There are no tokens yet.' : tokens.map(line).join('\n')
    }
    case 'create':
      if (isValid || name.toLowerCase() === OWNER)
        throw new AppError('conflict', `${name} has a token already. Rotate it to get another one.`)
      return give(newToken())
    case 'rotate':
      requireValid()
      return give(known?.name === OWNER ? renewOwner() : newToken())
    case 'revoke':
      requireValid()
      if (known?.name === OWNER)
        throw new AppError(
          'conflict',
          'The owner’s token opens the studio’s link. Rotate it instead.',
        )
      store.revoke(name, now)
      return `${name}’s token lets in no more.`
  }
}
