import { useSignal } from '@preact/signals'
import { perform } from '../canvas/perform.ts'
import type { Studio } from '../create-studio.ts'
import { AddPictures } from './add-pictures.tsx'
import { Figurine, FrameIcon, MinusIcon, PlusIcon, RedoIcon, UndoIcon } from './icons.tsx'
import { keys } from './keys.ts'
import { PluginMenu } from './plugin-menu.tsx'
import { Questions } from './questions.tsx'
import type { Question } from './questions.tsx'
import { ThemeButton } from './theme-button.tsx'
import { Tool } from './tool.tsx'
import { ZoomMenu } from './zoom-menu.tsx'

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
          aria-label="Add frame"
          title="Add an empty frame (F)"
          onClick={() => perform(studio, { type: 'add-frame' })}
        >
          <FrameIcon />
          <span>Add frame</span>
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
