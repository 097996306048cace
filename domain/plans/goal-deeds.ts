/** What a goal asks a pupil to do, where it is noted as an order: *Write 60 words*, *Stay in the room*. Words that are as often a noun are left out. */
const deeds = new Set(
  `add agree apply arrive ask attend become begin bring build carry choose climb come communicate compose copy count
  cut decide describe develop discuss divide draw eat enter explain express finish fold follow form gain get give go hold identify
  improve increase initiate join keep know learn leave listen maintain make manage match meet pack participate pay produce
  pronounce put read recall recognise recognize reduce remain remember reply request respond retell run say send share show sing
  sit speak spell spend start stay stop subtract take tell think throw tidy try turn understand use wait write`.split(/\s+/),
);

/** Whether a goal's words begin with what the pupil is to do, so that "Callum will" can stand before them. */
export const startsWithDeed = (statement: string): boolean => deeds.has(statement.trim().split(/[\s,]/)[0]?.toLowerCase() ?? '');
