import './studio.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { boot } from './boot.ts'
import { NoticePage } from './notice-page.tsx'
import { createOneTab } from './state/one-tab.ts'
import { takeToken } from './take-token.ts'
import { createThemeSwitch } from './theme.ts'

const token = takeToken(location, history)
const oneTab = createOneTab(navigator.locks)
const themes = createThemeSwitch({
  storage: localStorage,
  prefersDark: matchMedia('(prefers-color-scheme: dark)'),
})
document.body.className = `figma-${themes.theme.value}`
// The link pasted once more into this tab changes its hash alone, which loads nothing.
window.addEventListener('hashchange', () => location.reload())

const show = (page: preact.JSX.Element) => render(page, document.body)

const Elsewhere = ({ words, onPress }: { words: string; onPress: () => void }) => (
  <NoticePage>
    <p>{words}</p>
    <button type="button" class="button primary" onClick={onPress}>
      Use it here
    </button>
  </NoticePage>
)

/** The studio in this tab, until another tab takes it over. */
const open = async (claim: (onLost: () => void) => Promise<boolean>): Promise<void> => {
  let stop: () => void = () => undefined
  const onLost = () => {
    stop()
    show(<Elsewhere words="The studio moved to another tab." onPress={() => void start(true)} />)
  }
  if (!(await claim(onLost))) {
    const words = 'The studio is already open in another tab.'
    show(<Elsewhere words={words} onPress={() => void start(true)} />)
    return
  }
  const studio = await boot(themes, token)
  stop = studio.stop
  show(<App studio={studio} />)
  await studio.session.start('open')
}

const start = async (isTakeOver: boolean): Promise<void> => {
  try {
    await open(isTakeOver ? oneTab.takeOver : oneTab.claim)
  } catch (error) {
    console.error(error)
    show(
      <NoticePage>
        <p>The studio could not start. Is the proxy running? Start it and reload this page.</p>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          Reload
        </button>
      </NoticePage>,
    )
  }
}

void start(false)
