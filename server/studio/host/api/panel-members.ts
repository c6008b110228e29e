import * as v from 'valibot'
import { HostError } from '../host-error.ts'
import type { Members } from './member.ts'
import { Callback } from './event-members.ts'
import { parseValue } from './parse-value.ts'
import { createReference, type InsideFunction } from './reference.ts'
import type { Session } from './session.ts'
import { panelSize } from './ui-members.ts'

const NOTIFY_LENGTH = 100

const ShowUiOptions = v.optional(
  v.object({
    visible: v.optional(v.boolean(), true),
    title: v.optional(v.string()),
    width: v.optional(v.number(), 300),
    height: v.optional(v.number(), 200),
    position: v.optional(v.object({ x: v.number(), y: v.number() })),
    themeColors: v.optional(v.boolean(), false),
  }),
  {},
)

const NotificationOptions = v.optional(
  v.object({
    timeout: v.optional(v.number(), 3000),
    error: v.optional(v.boolean(), false),
    onDequeue: v.optional(Callback),
    button: v.optional(v.object({ text: v.string(), action: Callback })),
  }),
  {},
)

/** What `figma` shows: the panel, notifications, and the plugin's end. */
export const panelMembers = (session: Session): Members => {
  const { host, options, ui, notifications } = session
  const press = (action: InsideFunction) => (): boolean => {
    let stays = false
    session.enter(() => {
      stays = action() === false
    })
    return stays
  }
  return {
    showUI: {
      call: (_, html, given) => {
        const shown = parseValue(ShowUiOptions, given, 'showUI')
        const { width, height } = panelSize(session, shown)
        ui.shown = true
        options.onShowUi(parseValue(v.string(), html, 'showUI'), {
          width,
          height,
          visible: shown.visible,
          title: shown.title ?? host.manifest.name,
          position: shown.position ?? null,
          themeColors: shown.themeColors,
        })
      },
    },
    notify: {
      call: (_, given, more) => {
        const message = parseValue(v.string(), given, 'notify')
        const { timeout, error, button, onDequeue } = parseValue(
          NotificationOptions,
          more,
          'notify',
        )
        if (onDequeue !== undefined)
          throw new HostError('"onDequeue" of a notification is not in our host yet')
        const words = host.enforce.isOn('notify-length') ? message.slice(0, NOTIFY_LENGTH) : message
        const cancel = options.onNotify(words, {
          error,
          timeout,
          button: button === undefined ? null : { text: button.text, press: press(button.action) },
        })
        return createReference('notification', String(notifications.push(cancel) - 1))
      },
    },
    closePlugin: {
      call: (_, message) =>
        session.close(parseValue(v.optional(v.string()), message, 'closePlugin')),
    },
  }
}
