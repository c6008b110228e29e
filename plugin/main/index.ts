import { notices, procedures } from '../../shared/canvas.ts'
import { notifier } from '../../shared/notices.ts'
import { serve } from '../../shared/rpc.ts'
import { createFigmaPort } from './create-figma-port.ts'
import { createHandlers } from './create-handlers.ts'
import { readLaunch } from './read-launch.ts'
import { showPanel } from './show-panel.ts'
import { loadWindowSize } from './window-size.ts'

const log = (error: unknown): void => console.error(error)

const start = async ({ command, parameters }: RunEvent): Promise<void> => {
  const launch = readLaunch(command, parameters)
  const size = await loadWindowSize()
  showPanel(size)
  const port = createFigmaPort()
  serve(
    port,
    procedures,
    createHandlers({ launch, notify: notifier(port, notices), onError: log }),
    // The panel says it in words, where she pressed.
    log,
  )
}

export default (): void => {
  // A brief is free text: what she typed is all there is to suggest.
  figma.parameters.on('input', ({ query, result }) =>
    result.setSuggestions(query === '' ? [] : [query]),
  )
  figma.on('run', (event) => {
    start(event).catch((error: unknown) => {
      log(error)
      figma.notify('Maquette could not start. Nothing was charged. Open it again.', { error: true })
    })
  })
}
