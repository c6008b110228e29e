import { useSignal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { openPictures } from '../canvas/open-pictures.ts'
import { perform } from '../canvas/perform.ts'
import type { Shortcut } from '../canvas/shortcut.ts'
import type { Studio } from '../create-studio.ts'
import type { ThemeChoice } from '../theme.ts'
import { Dialog } from './dialog.tsx'
import {
  ChevronIcon,
  DarkIcon,
  FrameIcon,
  LightIcon,
  MinusIcon,
  PictureIcon,
  PlusIcon,
  RedoIcon,
  SystemIcon,
  UndoIcon,
  Figurine,
} from './icons.tsx'
import { keys } from './keys.ts'
import { Menu } from './menu.tsx'
import type { MenuEntry } from './menu.tsx'
import { pluginCommands } from './plugin-commands.ts'
import type { PluginCommand } from './plugin-commands.ts'

type Question =
  { readonly type: 'reset' } | { readonly type: 'parameters'; readonly of: PluginCommand }

type ToolProps = {
  readonly studio: Studio
  readonly does: Shortcut
  readonly label: string
  readonly keys: string
  readonly disabled?: boolean
  readonly children: preact.ComponentChildren
}

const Tool = ({ studio, does, label, keys, disabled = false, children }: ToolProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={`${label} (${keys})`}
    disabled={disabled}
    onClick={() => perform(studio, does)}
  >
    {children}
  </button>
)

const AddPictures = ({ studio }: { studio: Studio }) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="text-button"
        title="Add pictures from your files, or drop them on the canvas"
        onClick={() => input.current?.click()}
      >
        <PictureIcon />
        Add picture
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          void openPictures(studio, [...(event.currentTarget.files ?? [])], null)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

const PluginMenu = ({
  studio,
  question,
}: {
  studio: Studio
  question: Signal<Question | null>
}) => {
  const entries = pluginCommands(studio.manifest.menu).map((entry): MenuEntry => {
    if (entry === 'separator') return { type: 'separator' }
    const choose = () => {
      if (entry.parameters.length === 0) void studio.session.start(entry.command)
      else question.value = { type: 'parameters', of: entry }
    }
    return { type: 'item', name: entry.name, choose }
  })
  return (
    <Menu label="Plugin" class="text-button" entries={entries}>
      Plugin
      <ChevronIcon />
    </Menu>
  )
}

const ZoomMenu = ({ studio }: { studio: Studio }) => {
  const item = (name: string, does: Shortcut, keys: string): MenuEntry => ({
    type: 'item',
    name,
    keys,
    choose: () => perform(studio, does),
  })
  const entries = [
    item('Show everything', { type: 'fit-all' }, '⇧1'),
    item('Show the selection', { type: 'fit-selection' }, '⇧2'),
    item('100%', { type: 'zoom-whole' }, '⇧0'),
  ]
  const percent = `${Math.round(studio.viewport.value.zoom * 100)}%`
  return (
    <Menu label={`Zoom, ${percent}`} class="text-button zoom" entries={entries}>
      {percent}
    </Menu>
  )
}

const THEMES: Readonly<Record<ThemeChoice, { label: string; Icon: () => preact.JSX.Element }>> = {
  system: { label: 'Theme: as the system', Icon: SystemIcon },
  light: { label: 'Theme: light', Icon: LightIcon },
  dark: { label: 'Theme: dark', Icon: DarkIcon },
}

const ThemeButton = ({ studio }: { studio: Studio }) => {
  const { label, Icon } = THEMES[studio.themes.choice.value]
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={studio.themes.next}
    >
      <Icon />
    </button>
  )
}

const Questions = ({ studio, question }: { studio: Studio; question: Signal<Question | null> }) => {
  const close = () => {
    question.value = null
  }
  const asked = question.value
  if (asked === null) return null
  if (asked.type === 'reset')
    return (
      <Dialog
        title="Clear the canvas?"
        action="Clear the canvas"
        danger
        onAction={() => void studio.reset()}
        onClose={close}
      >
        <p>
          Every frame goes away, and this cannot be undone. The studio stays connected, and pictures
          that are being made are still kept by the proxy.
        </p>
      </Dialog>
    )
  const { command, name, parameters } = asked.of
  return (
    <Dialog
      title={name}
      action="Go on"
      onClose={close}
      onAction={(fields) => {
        const given = parameters.flatMap(({ key }) => {
          const value = fields.get(key)
          return typeof value === 'string' && value.trim() !== '' ? [[key, value] as const] : []
        })
        close()
        void studio.session.start(command, Object.fromEntries(given))
      }}
    >
      {parameters.map((parameter) => (
        <label key={parameter.key}>
          {parameter.name}
          <input name={parameter.key} autocomplete="off" />
        </label>
      ))}
    </Dialog>
  )
}

/** The studio's one bar: what it is, the plugin, the canvas's tools and its zoom. */
export const TopBar = ({ studio }: { studio: Studio }) => {
  const question = useSignal<Question | null>(null)
  return (
    <header class="top-bar">
      <h1>
        <Figurine />
        Maquette <span>studio</span>
      </h1>
      <nav aria-label="Studio">
        <PluginMenu studio={studio} question={question} />
        <button
          type="button"
          class="text-button"
          onClick={() => {
            question.value = { type: 'reset' }
          }}
        >
          Reset…
        </button>
      </nav>
      <div class="tools" role="toolbar" aria-label="Canvas">
        <Tool
          studio={studio}
          does={{ type: 'undo' }}
          label="Undo"
          keys={keys('Z')}
          disabled={!studio.canUndo.value}
        >
          <UndoIcon />
        </Tool>
        <Tool
          studio={studio}
          does={{ type: 'redo' }}
          label="Redo"
          keys={keys('⇧Z')}
          disabled={!studio.canRedo.value}
        >
          <RedoIcon />
        </Tool>
        <i />
        <AddPictures studio={studio} />
        <button
          type="button"
          class="text-button"
          title="Add an empty frame (F)"
          onClick={() => perform(studio, { type: 'add-frame' })}
        >
          <FrameIcon />
          Add frame
        </button>
      </div>
      <div class="tools end" role="toolbar" aria-label="View">
        <Tool studio={studio} does={{ type: 'zoom-out' }} label="Zoom out" keys="-">
          <MinusIcon />
        </Tool>
        <ZoomMenu studio={studio} />
        <Tool studio={studio} does={{ type: 'zoom-in' }} label="Zoom in" keys="+">
          <PlusIcon />
        </Tool>
        <i />
        <ThemeButton studio={studio} />
        {studio.session.panel.value === null && (
          <button
            type="button"
            class="button primary"
            onClick={() => void studio.session.start('open')}
          >
            Open Maquette
          </button>
        )}
      </div>
      <Questions studio={studio} question={question} />
    </header>
  )
}
