/** What Hollin Bank School told families last year, by the number of the item. One box, on training, was confirmed again this autumn. */
export const REPORT_LAST_YEAR: Readonly<Record<string, string>> = {
  '1': 'We are a mainstream school. We help children with needs in four areas:\n- talking and listening\n- learning\n- feelings and friendships\n- seeing, hearing and moving\n\nWe have a small base for children who find talking and listening very hard.',
  '2': 'Every class teacher looks at how each child is getting on three times a year. If a child needs more help, the teacher talks with the parents first. Then our special educational needs co-ordinator (SENCO) looks at it with them.\n\nIf you are worried about your child, speak to the class teacher. You do not have to wait for a meeting.',
  '3a': 'Each term we compare where a child started with where they are now. We ask the child, the parents and the teacher what made a difference. Help that does not work is changed or stopped.',
  '3b': 'We use a cycle of four steps: assess, plan, do and review. We meet parents at least three times a year. You get the notes of each meeting.',
  '3c': 'Children learn in their own class with their own teacher most of the time. Teachers break work into small steps, say things in more than one way, and check that everybody has understood.',
  '3d': 'We change what we teach and how. Some children have picture timetables, larger print, a quiet place to work or more time. Every classroom has a plan of who sits where and why.',
  '3e': 'Some children have extra lessons in a small group. Some have help from one adult for a part of the day. We write down who gives the help, how long and how often.',
  '3f': 'All clubs, trips and sports days are open to all children. We plan early so that nobody is left out, and we ask parents what their child needs on the day.',
  '3g': 'Each child has an adult they can talk to. We run a breakfast club for children who find mornings hard, and a group for making friends. Bullying is not allowed here, and we act on it the same day.',
  '4': 'Our SENCO is Ruth Okafor. You can ring her on 01632 960118 or write to senco@hollinbank.example. She is in school every day.',
  '5': 'All teachers learn about special educational needs each year. Two of our staff are trained in speech and language work. When we do not know enough, we ask a specialist.',
  '6': 'We have a ramp at both doors, a lift, a quiet room and two accessible toilets. We lend laptops and tablets to children who need them. If a child needs something special, we ask the council or the health service.',
  '7': 'We write each plan with parents. You can come to a review, ring us, or have a video call in the evening. We can ask an interpreter to come.',
  '8': 'We ask every child what helps and what does not. Some tell us, some draw, some show us photographs. What they say is the first thing we talk about at a review.',
  '9': 'Tell us first, so that we can put it right. Then speak to the head teacher. If you are still not happy, write to the governors. Our complaints policy is on our website, and we can give you a copy on paper.',
  '10': 'We work with speech therapists, the school nurse, the educational psychologist, the council and charities. They come to school, see children with the parents’ consent, and tell us what to do.',
  '11': 'Westmere advice service for parents: 01632 960155.\nWestmere Council’s team for special educational needs: 01632 960160.\nSchool nurse: 01632 960171.',
  '12': 'Before a child joins us we visit them and talk with the parents. When a child moves to a new class or school, they visit it first, as often as they need. We pass on what works.',
  '13': 'Westmere Council lists all help in the area in its Local Offer: https://www.westmere.example/local-offer',
  '69a':
    'A disabled child has the same chance of a place as any other child. If we are named in an education, health and care plan, we give a place.',
  '69b': 'We change rules, rooms and lessons where they would put a disabled child at a disadvantage. Staff learn how each year.',
  '69c': 'You can get to every room by ramp or lift. There is a parking place beside the front door.',
  '69d':
    'Our accessibility plan says what we will make better over three years. It is on our website at https://www.hollinbank.example/accessibility',
};

/** The item that was read again and found right this school year. */
export const CONFIRMED_AGAIN = '5';
