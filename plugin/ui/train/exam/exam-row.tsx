import type { Judgement } from '../../../../shared/contract/index.ts'
import type { FileId } from '../../../../shared/ids.ts'
import type { TrialRow } from '../../compare/trial/trial-rows.ts'
import { versionName } from '../../draft/describe-version.ts'
import { PictureImage } from '../../draft/picture-image.tsx'
import { usePanel } from '../../panel-context.ts'
import { Judged } from './judged.tsx'
import { LayerImage } from './layer-image.tsx'

export type ExamRowProps = {
  readonly row: TrialRow
  readonly judged: ReadonlyMap<FileId, Judgement>
}

/** One brief: its picture on each version, and her own where there is one. */
export const ExamRow = ({ row: { brief, places }, judged }: ExamRowProps) => {
  const { panel, training: room } = usePanel()
  const { exam } = room
  const versions = room.style.value?.versions ?? []
  const work = exam.finishedOf(brief)
  const piece = exam.pieceOf(brief)
  return (
    <div class="stack" role="group" aria-label={brief}>
      <div class="clamped" dir="auto">
        {brief}
      </div>
      <div class="exam">
        {places.map(({ job, version }) => {
          const file = panel.jobs.jobs.value.get(job)?.outputs[0]?.file
          const judgement = file && judged.get(file)
          return (
            <div key={job}>
              <strong>{versionName(version, versions)}</strong>
              {file === undefined ? (
                <div class="blank" />
              ) : (
                <PictureImage key={file} file={file} isSmall />
              )}
              {judgement && <Judged judgement={judgement} />}
            </div>
          )
        })}
        {(work ?? piece) !== null && (
          <div>
            <strong>Yours</strong>
            {work !== null ? (
              <LayerImage node={work.node} />
            ) : (
              piece && <PictureImage file={piece.file} isSmall />
            )}
            <div class="quiet">{work === null ? 'Held out of the training' : work.name}</div>
          </div>
        )}
      </div>
    </div>
  )
}
