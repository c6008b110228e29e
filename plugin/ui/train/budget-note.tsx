import { usePanel } from '../panel-context.ts'
import { dollars } from '../words/dollars.ts'

/** What may still be spent, and where the time and the price come from. */
export const BudgetNote = () => {
  const { panel, training: room } = usePanel()
  const figures = panel.spending.figures.value
  const measured = room.trainer.value?.pace.measured ?? 0
  const words = [
    measured === 0
      ? 'Time and price are from published figures.'
      : `Time and price are from ${measured === 1 ? 'your last training' : `${measured} trainings of yours`}.`,
    figures !== null &&
      `${dollars(figures.day.left)} left today, ${dollars(figures.month.left)} this month.`,
  ]
  return <div class="quiet">{words.filter(Boolean).join(' ')}</div>
}
