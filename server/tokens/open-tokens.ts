import type { Clock } from '../clock.ts'
import { createAdmission } from './admission.ts'
import { digestToken } from './digest-token.ts'
import { createFailureLimit } from './failure-limit.ts'
import { openTokenDb } from './open-token-db.ts'
import { createStreamLimit } from './stream-limit.ts'
import { OWNER, createTokenStore } from './token-store.ts'

/** The running proxy's tokens: the owner's, and those that the command line makes meanwhile. Throws StartError. */
export const openTokens = (data: string, ownerToken: string, clock: Clock) => {
  const db = openTokenDb(data)
  const store = createTokenStore(db)
  store.put(OWNER, digestToken(ownerToken), clock.now())
  const { admit, isValid } = createAdmission(store)
  return {
    admit,
    failures: createFailureLimit(clock),
    streams: createStreamLimit(isValid, clock),
    close: () => db.close(),
  }
}
