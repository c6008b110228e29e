import { captionOf, whatDiffers } from '../../../../shared/what-differs.ts'
import { KeyButton } from '../../components/key-button.tsx'
import { Segments } from '../../components/segments.tsx'
import { usePanel } from '../../panel-context.ts'
import { describeDifference } from './describe-difference.ts'
import { MODES } from './draw-stage.ts'
import { FaceRow } from './face-row.tsx'
import { Stage } from './stage.tsx'
import type { ViewerProps } from './use-viewing.ts'
import { useViewing } from './use-viewing.ts'
import { WindowButton } from './window-button.tsx'

/** Two pictures in one place or side by side, with one zoom for both. */
export const Viewer = (props: ViewerProps) => {
  const viewing = useViewing(props)
  const { layers, pictures, scene, mode, setting, isPaused } = viewing
  const { secret } = usePanel().panel
  const recipes = layers.flatMap(({ recipe }) =>
    recipe === null ? [] : { ...recipe, ...(secret.value.has(recipe.job) && { version: null }) },
  )
  const captions = recipes.length === 2 ? whatDiffers(recipes).map(captionOf) : []
  return (
    <>
      {setting === null && (
        <Segments
          label="View"
          options={MODES}
          value={mode}
          onChange={(next) => (viewing.chosenMode.value = next)}
        />
      )}
      {scene === null ? (
        <div class="stage quiet" role="status">
          {pictures.find((picture) => typeof picture === 'string') ?? 'Loading…'}
        </div>
      ) : (
        <Stage
          scene={scene}
          label={layers.map(({ name }) => name).join(', ')}
          onPress={viewing.press}
          onRelease={viewing.release}
          onZoom={viewing.zoom}
          onKey={viewing.key}
        />
      )}
      {captions.join('') !== '' && (
        <div class="halves quiet">
          {captions.map((caption) => (
            <div class="clamped">{caption}</div>
          ))}
        </div>
      )}
      {scene?.difference != null && (
        <div role="status">
          <strong>{describeDifference(scene.difference)}</strong>
          <div class="quiet">Orange: the right one is lighter there. Blue: it is darker.</div>
        </div>
      )}
      {mode === 'Blink' && scene !== null && (
        <div class="row">
          <div class="brief">{layers[scene.shown].name}</div>
          <button class="button" onClick={() => (isPaused.value = !isPaused.value)}>
            {isPaused.value ? 'Blink' : 'Pause'}
          </button>
        </div>
      )}
      {mode !== 'Difference' && (
        <FaceRow
          isOn={viewing.hasSameFaces}
          setting={setting}
          onSwitch={(isOn) => (viewing.chosenSame.value = isOn)}
          onSet={viewing.set}
        />
      )}
      <div class="actions">
        <KeyButton hotkey="Z" onClick={viewing.magnify}>
          Zoom {scene !== null && scene.view.zoom > 1 && `${scene.view.zoom.toFixed(1)}×`}
        </KeyButton>
        <WindowButton />
      </div>
      <div class="quiet">Keys: 1–9 right, ⇧1–9 left, arrows, Z. Ctrl or ⌘ and the wheel zoom.</div>
    </>
  )
}
