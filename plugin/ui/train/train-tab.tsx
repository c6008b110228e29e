import { useEffect } from 'preact/hooks'
import { ConnectionNote } from '../components/connection-note.tsx'
import { StyleVersions } from '../draft/style-versions.tsx'
import { usePanel } from '../panel-context.ts'
import { ExamSection } from './exam/exam-section.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { TrainButton } from './train-button.tsx'
import { TrainForm } from './train-form.tsx'
import { TrainingCard } from './training-card.tsx'

/** How many trainings that made nothing stay in sight. */
const SHOWN = 3

/** From a dataset version to a new version of the style. */
export const TrainTab = () => {
  const { panel, training: room } = usePanel()
  const { state } = panel.proxy.connection.value
  const style = room.style.value
  useEffect(() => room.start(), [room])
  const fruitless = room.trainings.value.filter(
    (one) => one.state === 'failed' || one.state === 'canceled',
  )
  return (
    <div class="content">
      <div class="content scroll">
        {state !== 'connected' && state !== 'connecting' && <ConnectionNote />}
        {room.running.value.map((one) => (
          <TrainingCard key={one.id} training={one} />
        ))}
        {style !== null && <TrainForm />}
        {fruitless.slice(0, SHOWN).map((one) => (
          <TrainingCard key={one.id} training={one} />
        ))}
        <ExamSection />
        {style !== null && <StyleVersions id={style.id} hasLineage />}
        {style !== null && <Elsewhere />}
      </div>
      <TrainButton />
    </div>
  )
}
