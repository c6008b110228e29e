export const UnplacedList = () => null
