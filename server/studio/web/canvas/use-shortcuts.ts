import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Studio } from '../create-studio.ts'
import { perform } from './perform.ts'
import { shortcut } from './shortcut.ts'

/** Where keys have a meaning of their own. */
const OWN_KEYS = 'input, textarea, select, dialog, [role=menu]'
const PRESSED_BY_SPACE = 'button, a'

const within = (event: Event, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null

/**
 * The canvas's keys, wherever the focus is on the page. The panel is a document of its own, so what is typed there
 * never comes by here.
 */
export const useShortcuts = (studio: Studio, isHandTool: Signal<boolean>): void =>
  useEffect(() => {
    const { gestures } = studio
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || within(event, OWN_KEYS)) return
      if (event.key === ' ' && !within(event, PRESSED_BY_SPACE)) {
        event.preventDefault()
        isHandTool.value = true
        return
      }
      if (event.key === 'Escape' && gestures.current.value.type !== 'idle') {
        gestures.cancel()
        return
      }
      const wanted = shortcut(event)
      if (wanted === null) return
      event.preventDefault()
      perform(studio, wanted)
    }
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ') isHandTool.value = false
    }
    const onBlur = () => {
      isHandTool.value = false
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('keyup', onKeyUp)
    window.addEventListener('blur', onBlur)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('keyup', onKeyUp)
      window.removeEventListener('blur', onBlur)
    }
  }, [])
