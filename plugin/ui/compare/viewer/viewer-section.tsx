import { useRef, useState } from 'preact/hooks'
import type { Layer } from '../../../../shared/selection.ts'
import { SelectField } from '../../components/select.tsx'
import { usePanel } from '../../panel-context.ts'
import { useKey } from '../../use-key.ts'
import { useSignal } from '../../use-signal.ts'
import { createFaces } from './create-faces.ts'
import { Viewer } from './viewer.tsx'

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Two of the selected pictures, closely. They stay when less than two are selected. */
export const ViewerSection = () => {
  const { panel } = usePanel()
  const [faces] = useState(() => createFaces(panel))
  const kept = useRef<readonly Layer[]>([])
  const wanted = useSignal<readonly [string | null, string | null]>([null, null])
  const selected = panel.selection.value.layers.filter(({ role }) => role !== null)
  if (selected.length > 1) kept.current = selected
  const layers = kept.current

  const [first] = layers
  const left = layers.find(({ node }) => node === wanted.value[0]) ?? first
  const others = layers.filter((layer) => layer !== left)
  const right = others.find(({ node }) => node === wanted.value[1]) ?? others[0]

  /** The one that is on the other side changes places with it. */
  const choose = (side: 0 | 1, layer: Layer | undefined): void => {
    if (layer === undefined || left === undefined || right === undefined) return
    const pair: [string, string] = [left.node, right.node]
    if (pair[1 - side] === layer.node) pair.reverse()
    pair[side] = layer.node
    wanted.value = pair
  }
  for (const digit of DIGITS) {
    useKey(String(digit), () => choose(1, layers[digit - 1]))
    useKey(`⇧${digit}`, () => choose(0, layers[digit - 1]))
  }
  if (left === undefined || right === undefined) return null

  const list = (side: 0 | 1, label: string, shown: Layer) => (
    <SelectField
      label={label}
      options={layers.map(({ node }) => node)}
      textOf={(node) => {
        const at = layers.findIndex((layer) => layer.node === node)
        return `${at + 1} · ${layers[at]?.name ?? ''}`
      }}
      value={shown.node}
      onChange={(node) =>
        choose(
          side,
          layers.find((layer) => layer.node === node),
        )
      }
    />
  )
  return (
    <section aria-label="Viewer" class="viewer">
      <div class="halves">
        {list(0, 'Left', left)}
        {list(1, 'Right', right)}
      </div>
      <Viewer
        left={left}
        right={right}
        faces={faces}
        onStep={(by) => choose(1, others.at((others.indexOf(right) + by) % others.length))}
      />
    </section>
  )
}
