import { onTestFinished } from 'vitest'
import { newForm } from '../../../../plugin/ui/draft/new-form.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import type { Script } from '../../../fakes/scripted-canvas.ts'
import type { StartedProxy } from '../../../server/start-proxy.ts'
import { DOCUMENT } from '../open-desk.ts'
import type { OpenOptions, Stage } from '../stage/create-stage.ts'

/** The Train tab of a panel in front of a proxy; closed when the test ends. */
export const openTrain = async (
  stage: Stage,
  proxy: Pick<StartedProxy, 'port' | 'proxy'>,
  { theme, ...script }: Partial<Script> & Pick<OpenOptions, 'theme'> = {},
) => {
  const { page, panel } = await stage.open({
    port: proxy.port,
    ...(theme && { theme }),
    script: {
      document: DOCUMENT,
      token: proxy.proxy.token,
      form: newForm(FIRST_STYLE),
      ...script,
    },
  })
  onTestFinished(() => page.close())
  await panel.getByText('Connected', { exact: true }).waitFor()
  await panel.getByRole('tab', { name: 'Train' }).click()
  const button = panel.getByRole('button', { name: /^Train Nua/ })
  /** Presses it once it can be pressed, in spite of what the checks find. */
  const press = async (): Promise<string> => {
    const accept = panel.getByRole('button', { name: 'Train anyway' })
    const ready = button.filter({ hasText: 'about $' })
    await ready.or(accept).first().waitFor({ timeout: 30_000 })
    if (await accept.isVisible()) await accept.click()
    await ready.waitFor()
    const words = await button.innerText()
    await button.click()
    return words
  }
  return { page, panel, button, press }
}
