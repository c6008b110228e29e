import type { Style } from '../../../shared/style.ts'
import type { StyleVersion } from '../../../shared/style-version.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { Lineage } from '../train/lineage.tsx'
import { useSignal } from '../use-signal.ts'
import { wordsOf } from '../words/words-of.ts'
import { shortVersion } from './describe-version.ts'

const describeOrigin = ({ origin }: StyleVersion): string => {
  switch (origin.type) {
    case 'typed':
      return 'Typed'
    case 'training':
      return `Trained on dataset v${origin.datasetVersion}`
    case 'imported':
      return `Imported from ${origin.name}`
  }
}

export type StyleVersionsProps = {
  readonly id: Style['id']
  /** With what each was trained on, and what was made with it. */
  readonly hasLineage?: boolean
  /** Told the model of a version that became the default. */
  readonly onChosen?: (model: string | null) => void
}

/** The versions of a style, newest first. What is pressed here is done at once. */
export const StyleVersions = ({ id, hasLineage = false, onChosen }: StyleVersionsProps) => {
  const { panel } = usePanel()
  const isBusy = useSignal(false)
  const failure = useSignal<string | null>(null)
  const style = panel.proxy.status.value?.styles.find((each) => each.id === id)
  if (style === undefined || style.versions.length === 0) return null

  const current = style.versions.find(({ model }) => model === style.model)?.number ?? 0
  const run = async (work: () => Promise<{ readonly style: Style }>) => {
    if (isBusy.value) return
    isBusy.value = true
    failure.value = null
    try {
      const changed = await work()
      if (changed.style.model !== style.model) onChosen?.(changed.style.model)
      await panel.proxy.check()
    } catch (error) {
      failure.value = wordsOf(error)
    }
    isBusy.value = false
  }
  const choose = (number: number) =>
    run(() => panel.api.chooseVersion({ params: { id }, body: { number } }))
  const setState = ({ number, note }: StyleVersion, state: StyleVersion['state']) =>
    run(() =>
      panel.api.changeVersion({ params: { id, number: String(number) }, body: { note, state } }),
    )

  return (
    <section aria-label="Versions">
      <h2>Versions</h2>
      {failure.value !== null && <Note tone="danger">{failure.value}</Note>}
      <ul>
        {style.versions.toReversed().map((version) => {
          const { number, model, note, createdAt, state } = version
          const isRetired = state === 'retired'
          const facts = [describeOrigin(version), new Date(createdAt).toLocaleDateString(), note]
          return (
            <li key={number} class="section" aria-label={`v${number}`}>
              <div class="row">
                <div title={model}>
                  <strong>v{number}</strong> {shortVersion(model)}
                  <div class="quiet">
                    {isRetired && 'Retired · '}
                    {facts.filter(Boolean).join(' · ')}
                  </div>
                </div>
                {model === style.model ? (
                  <span class="quiet">Default</span>
                ) : (
                  <>
                    <button
                      class="link"
                      aria-label={
                        number < current ? `Roll back to v${number}` : `Make v${number} the default`
                      }
                      onClick={() => void choose(number)}
                    >
                      {number < current ? 'Roll back' : 'Make default'}
                    </button>
                    <button
                      class="link"
                      aria-label={`${isRetired ? 'Take back' : 'Retire'} v${number}`}
                      onClick={() => void setState(version, isRetired ? 'active' : 'retired')}
                    >
                      {isRetired ? 'Take back' : 'Retire'}
                    </button>
                  </>
                )}
              </div>
              {hasLineage && (
                <Disclosure title="Lineage">
                  <Lineage style={id} version={version} />
                </Disclosure>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
