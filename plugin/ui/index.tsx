import { render } from 'preact'
import { procedures } from '../../shared/canvas.ts'
import { connect } from '../../shared/rpc.ts'
import { App } from './app.tsx'
import { systemClock } from './clock.ts'
import { keepDrawn } from './keep-drawn.ts'
import './styles/elements.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/draft-tab.css'
import './styles/steer.css'
import './styles/viewer.css'
import './styles/board.css'
import './styles/sweep.css'
import './styles/dataset.css'
import './styles/train.css'
import './styles/sheets.css'
import { createWindowPort } from './window-port.ts'

const port = createWindowPort(window)

const options = {
  port,
  canvas: connect(port, procedures),
  origin: __PROXY_ORIGIN__,
  fetch: window.fetch.bind(window),
  clock: systemClock,
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
}

export default (root: HTMLElement) => keepDrawn(() => render(<App {...options} />, root))
