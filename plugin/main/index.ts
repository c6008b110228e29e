export default (): void => {
  figma.showUI(__html__)
}
