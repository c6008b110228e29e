import type { StudioPage } from './studio-page.ts'

/** All twelve frames of the document as pieces, the diver held out for an exam, frozen as v1. */
export const freezeTwelve = async ({
  panel,
  page,
  canvas,
}: Pick<StudioPage, 'panel' | 'page' | 'canvas'>): Promise<void> => {
  await panel.getByRole('tab', { name: 'Dataset' }).click()
  await canvas.focus()
  await page.keyboard.press('Control+a')
  await panel.getByRole('button', { name: 'Add 12 pieces' }).click()
  await panel.getByText('All of it is in the dataset as it is').waitFor()
  await panel.getByRole('button', { name: /diver/ }).click()
  await panel.getByRole('switch', { name: 'Held out for an exam' }).click()
  await panel.getByRole('switch', { name: 'Held out for an exam', checked: true }).waitFor()
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Freeze v1' }).click()
}
