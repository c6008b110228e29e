import type { Launch, notices, procedures } from '../../shared/canvas.ts'
import type { Notify } from '../../shared/notices.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { TOKEN_KEY, storedToken } from '../../shared/stored-token.ts'
import { boardHandlers } from './board/board-handlers.ts'
import { createDocumentId } from './canvas/create-document-id.ts'
import { createFinder } from './canvas/create-finder.ts'
import { createPressAnchor } from './canvas/create-press-anchor.ts'
import { readConsent, writeConsent } from './canvas/document-consent.ts'
import { exportReference } from './canvas/export-reference.ts'
import { fail } from './canvas/fail.ts'
import { fill } from './canvas/fill.ts'
import { place } from './canvas/place.ts'
import { readColours } from './canvas/read-colours.ts'
import { reassign } from './canvas/reassign.ts'
import { release } from './canvas/release.ts'
import { reserve } from './canvas/reserve.ts'
import { reveal } from './canvas/reveal.ts'
import { placeholdersOf, watchCanvas } from './canvas/watch-canvas.ts'
import { createStages } from './dataset/create-stages.ts'
import { datasetHandlers } from './dataset/dataset-handlers.ts'
import { keepReference } from './dataset/keep-reference.ts'
import { createImageRegistry } from './dataset/known-images.ts'
import { randomBytes } from './random-bytes.ts'
import {
  BOARD_KEY,
  FORM_KEY,
  WINDOW_KEY,
  load,
  save,
  storedBoardChoice,
  storedForm,
  storedWindow,
} from './storage.ts'
import { steerHandlers } from './steer/steer-handlers.ts'
import { createMySweeps } from './sweep/my-sweeps.ts'
import { sweepHandlers } from './sweep/sweep-handlers.ts'
import { viewerHandlers } from './viewer/viewer-handlers.ts'
import { fitWindow } from './window-size.ts'

/** What the main thread does for the panel; see shared/canvas.ts. */
export const createHandlers = (options: {
  readonly launch: Launch
  readonly notify: Notify<typeof notices>
  readonly onError: (error: unknown) => void
}): Handlers<typeof procedures> => {
  const { launch, notify, onError } = options
  const documentId = createDocumentId(randomBytes)
  const finder = createFinder()
  const anchor = createPressAnchor()
  const mine = createMySweeps()
  const watch = watchCanvas({ finder, notify, isMine: mine.has, onError })
  const images = createImageRegistry()
  const stages = createStages(randomBytes)

  return {
    open: async () => {
      await stages.sweep()
      await mine.load()
      return {
        document: documentId.read(),
        launch,
        ...(await watch.start()),
        form: await load(FORM_KEY, storedForm),
        token: await load(TOKEN_KEY, storedToken),
        consent: readConsent(),
        board: await load(BOARD_KEY, storedBoardChoice),
      }
    },
    exportReference: async ({ node }) => {
      const reference = await exportReference(node)
      documentId.keep()
      await keepReference(images, node)
      return reference
    },
    readColours,
    saveConsent: writeConsent,
    reserve: async (input) => {
      documentId.keep()
      return { placeholders: await reserve({ finder, anchor }, input) }
    },
    fill: async (input) => ({ outcome: await fill(finder, input) }),
    place: (input) => ({ node: place(anchor, input).id }),
    fail: (input) => fail(finder, input),
    release: (input) => release(finder, input),
    reassign: async (input) => ({ outcome: await reassign(finder, input) }),
    listPlaceholders: async () => ({ placeholders: placeholdersOf(await finder.pictures()) }),
    reveal: async (input) => ({ found: await reveal(finder, input) }),
    saveForm: (form) => save(FORM_KEY, storedForm, form),
    saveToken: (token) =>
      token === null
        ? figma.clientStorage.deleteAsync(TOKEN_KEY)
        : save(TOKEN_KEY, storedToken, token),
    resize: (input) => {
      const size = fitWindow(input)
      figma.ui.resize(size.width, size.height)
      return save(WINDOW_KEY, storedWindow, size)
    },
    notify: ({ message, error }) => {
      figma.notify(message, { error })
    },
    // The answer goes out first: after closePlugin every call throws (typings: PluginAPI.closePlugin).
    close: () => {
      setTimeout(() => figma.closePlugin(), 0)
    },
    ...steerHandlers(finder),
    ...viewerHandlers,
    ...sweepHandlers({ finder, anchor, mine, keepDocument: documentId.keep }),
    ...datasetHandlers({ finder, stages, images, keepDocument: documentId.keep }),
    ...boardHandlers(),
  }
}
