import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Studio } from '../create-studio.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { openSandbox } from './open-sandbox.ts'
import type { Sandbox } from './open-sandbox.ts'
import { panelDocument } from './panel-document.ts'
import type { Panel } from './plugin-session.ts'
import { themeCss } from './theme-css.ts'

/** The frames of one run of the plugin. */
export const PanelFrames = ({ studio, panel }: { studio: Studio; panel: Panel }) => {
  const wrapper = useRef<HTMLIFrameElement>(null)
  const sandbox = useSignal<Sandbox | null>(null)
  useSignalEffect(() => sandbox.value?.setTheme(studio.themes.theme.value))
  useEffect(() => {
    let isGone = false
    let close: () => void = () => {
      isGone = true
    }
    const open = async (frame: HTMLIFrameElement) => {
      const opened = await openSandbox({
        wrapper: frame,
        document: panelDocument(panel.html, studio.themes.theme.peek(), themeCss),
        policy: contentSecurityPolicy(studio.manifest.networkAccess),
        title: studio.manifest.name,
        onMessage: studio.session.receive,
      })
      if (isGone) {
        opened.close()
        return
      }
      const stopListening = studio.session.listen(opened.send)
      close = () => {
        stopListening()
        opened.close()
      }
      sandbox.value = opened
      opened.focus()
    }
    const onError = (error: unknown) => {
      console.error(error)
      const words = 'The panel could not be shown. Close it and open it again.'
      studio.toasts.show(words, { error: true })
    }
    const { current } = wrapper
    current?.addEventListener('load', () => void open(current).catch(onError), { once: true })
    return () => close()
  }, [])
  return <iframe ref={wrapper} src="sandbox.html" title={studio.manifest.name} allow="" />
}
