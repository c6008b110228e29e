import { useEffect } from 'preact/hooks'
import { BRIEF_FILE_BYTES, briefFile } from '../../../../shared/brief-file.ts'
import { AppError } from '../../../../shared/errors.ts'
import { foldWords, searchWords } from '../../../../shared/fold-words.ts'
import type { SavedBrief } from '../../../../shared/saved-brief.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { TextField } from '../../components/text-field.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { countOf } from '../../words/count-of.ts'
import { wordsOf } from '../../words/words-of.ts'
import type { EditedBrief } from './brief-editor.tsx'
import { BriefEditor } from './brief-editor.tsx'
import { chooseFile } from './choose-file.ts'
import { saveFile } from './save-file.ts'

/** Of a name that is made from the first words of a brief. */
const NAME_WORDS = 5

const refuse = (message: string): never => {
  throw new AppError('invalid_request', message)
}

/** The briefs that the team keeps: to be found, put into the form, handed on as a file. */
export const BriefsSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { panel, drafting } = usePanel()
  const { api } = panel
  const saved = useSignal<readonly SavedBrief[] | null>(null)
  const search = useSignal('')
  const edited = useSignal<EditedBrief | null>(null)
  /** What came of the last press, in words. */
  const outcome = useSignal('')
  const text = drafting.form.form.value.brief.trim()
  const words = searchWords(search.value)
  const found = saved.value?.filter((brief) => {
    const all = foldWords([brief.name, ...brief.tags, brief.text].join(' '))
    return words.every((word) => all.includes(word))
  })

  const run = (work: () => Promise<string>): void => {
    work().then(
      (done) => (outcome.value = done),
      (error: unknown) => (outcome.value = wordsOf(error)),
    )
  }
  const load = async (done: string): Promise<string> => {
    saved.value = (await api.listBriefs({})).briefs
    return done
  }
  useEffect(() => run(() => load('')), [])

  const add = async (chosen: File): Promise<string> => {
    if (chosen.size > BRIEF_FILE_BYTES) refuse('This file is too large for briefs.')
    const { briefs } =
      briefFile.read(await chosen.text()) ??
      refuse('This is no file of briefs from Maquette, or a newer Maquette wrote it.')
    const { merged } = await api.saveBriefs({ body: { briefs } })
    const added = `${countOf(briefs.length - merged, 'brief')} added`
    return load(merged === 0 ? `${added}.` : `${added}, ${merged} there already.`)
  }
  const write = () =>
    saveFile(
      'maquette-briefs.json',
      briefFile.write({ briefs: (saved.value ?? []).map(({ id: _, ...brief }) => brief) }),
      panel.clock,
    )

  if (edited.value !== null)
    return (
      <Sheet key="edited" title="Saved brief" onClose={onClose}>
        <BriefEditor
          brief={edited.value}
          onClose={(done) => {
            edited.value = null
            run(() => load(done))
          }}
        />
      </Sheet>
    )
  return (
    <Sheet
      title="Saved briefs"
      onClose={onClose}
      footer={
        <div class="row">
          <div class="quiet" role="status">
            {outcome.value}
          </div>
          <button
            class="button"
            onClick={() => chooseFile('.json', (file) => run(() => add(file)))}
          >
            Import
          </button>
          <button class="button" disabled={!saved.value?.length} onClick={write}>
            Export
          </button>
        </div>
      }
    >
      <TextField
        label="Search"
        type="search"
        value={search.value}
        onChange={(next) => (search.value = next)}
      />
      {text !== '' && saved.value?.every((brief) => brief.text.trim() !== text) === true && (
        <button
          class="button"
          onClick={() => {
            const name = text.split(/\s+/).slice(0, NAME_WORDS).join(' ').slice(0, 80)
            edited.value = { id: null, name, tags: [], text }
          }}
        >
          Save the brief that you are writing
        </button>
      )}
      <ul aria-label="Briefs">
        {found?.map((brief) => (
          <li key={brief.id} class="row">
            <button
              class="item"
              onClick={() => {
                drafting.form.propose({ brief: brief.text })
                onClose()
              }}
            >
              <strong dir="auto">{brief.name}</strong>
              <div class="clamped" dir="auto">
                {brief.text}
              </div>
              <div class="quiet">{brief.tags.map((tag) => `#${tag}`).join(' ')}</div>
            </button>
            <IconButton
              icon="adjust"
              label={`Edit: ${brief.name}`}
              onClick={() => (edited.value = brief)}
            />
          </li>
        ))}
      </ul>
      {found?.length === 0 && (
        <div class="quiet" role="status">
          {saved.value?.length === 0
            ? 'No brief is saved yet. What you save here is kept for everybody who uses this proxy.'
            : 'No saved brief has these words.'}
        </div>
      )}
    </Sheet>
  )
}
