import * as v from 'valibot'
import { HostError } from '../host-error.ts'
import { eventMembers } from './event-members.ts'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import { isFunction } from './reference.ts'
import { requirePlain } from './require-plain.ts'
import type { Session } from './session.ts'

const MIN_WIDTH = 70

/** The panel's size in pixels, as `showUI` and `resize` allow it. */
export const panelSize = (
  { host: { enforce } }: Session,
  size: { width: number; height: number },
): { width: number; height: number } => {
  enforce(
    'ui-size',
    size.width >= MIN_WIDTH && size.height >= 0,
    `in resize: The panel is at least ${MIN_WIDTH} by 0 pixels`,
  )
  return size
}

/** `figma.ui`: the panel, and the messages to and from it. */
export const uiMembers = (session: Session): Members => {
  const { ui, options, host } = session
  const requireUi = (where: string): void =>
    host.enforce('ui-shown', ui.shown, `in ${where}: There is no UI. Call figma.showUI() first.`)
  const visibility = (visible: boolean) => (): void => {
    requireUi(visible ? 'show' : 'hide')
    options.onVisibility(visible)
  }
  return {
    ...eventMembers(session, ['message']),
    onmessage: {
      get: () => ui.onmessage,
      set: (_, value) => {
        if (value !== undefined && !isFunction(value))
          throw new HostError('in set_onmessage: Expected a function or undefined')
        ui.onmessage = value
      },
    },
    postMessage: {
      call: (_, pluginMessage) => {
        requireUi('postMessage')
        requirePlain(pluginMessage, 'postMessage')
        options.onMessage(pluginMessage)
      },
    },
    resize: {
      call: (_, ...size) => {
        requireUi('resize')
        const [width, height] = parseValue(v.tuple([v.number(), v.number()]), size, 'resize')
        panelSize(session, { width, height })
        options.onResize(width, height)
      },
    },
    show: { call: visibility(true) },
    hide: { call: visibility(false) },
    close: {
      call: () => {
        ui.shown = false
        options.onVisibility(false)
      },
    },
  }
}
