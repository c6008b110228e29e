import './studio.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { boot } from './boot.ts'
import { NoticePage } from './notice-page.tsx'
import { createOneTab } from './state/one-tab.ts'
import { takeToken } from './take-token.ts'
import { createThemeSwitch } from './theme.ts'

const token = takeToken(location, history)
const themes = createThemeSwitch({
  storage: localStorage,
  prefersDark: matchMedia('(prefers-color-scheme: dark)'),
})
document.body.className = `figma-${themes.theme.value}`
// The link pasted once more into this tab changes its hash alone, which loads nothing.
window.addEventListener('hashchange', () => location.reload())

const notice = (words: string, action: string, onPress: () => void) =>
  render(<NoticePage words={words} action={action} onPress={onPress} />, document.body)

/** The studio in this tab, until another tab takes it over. */
const open = async (isTakeOver: boolean): Promise<void> => {
  const oneTab = createOneTab(navigator.locks)
  const useItHere = (words: string) => notice(words, 'Use it here', () => void start(true))
  let stop: () => void = () => undefined
  const onLost = () => {
    stop()
    useItHere('The studio moved to another tab.')
  }
  if (!(await (isTakeOver ? oneTab.takeOver(onLost) : oneTab.claim(onLost)))) {
    useItHere('The studio is already open in another tab.')
    return
  }
  const running = await boot(themes, token)
  stop = running.stop
  const { studio } = running
  render(<App studio={studio} />, document.body)
  await studio.session.start('open')
}

const start = async (isTakeOver: boolean): Promise<void> => {
  const reload = () => location.reload()
  if (!isSecureContext) {
    notice('The studio needs an address with https, or localhost.', 'Reload', reload)
    return
  }
  try {
    await open(isTakeOver)
  } catch (error) {
    console.error(error)
    const words = 'The studio could not start. Is the proxy running? Start it and reload this page.'
    notice(words, 'Reload', reload)
  }
}

void start(false)
