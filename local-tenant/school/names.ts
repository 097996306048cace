import type { Chance } from './chance.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const GIRLS = words(`
  Aaliyah Abigail Ada Adaeze Aisha Alice Amara Amelia Amira Ana Anaya Anika Anwen Aoife Ava Ayesha Beatrice Bethan Bronte Cara Celeste Charlotte
  Chiara Chloe Daisy Dilys Efua Eira Eleanor Elif Eliza Elodie Emilia Esme Eva Evie Fatima Farah Florence Freja Gabriela Grace Halima Hana Hannah Heidi
  Holly Imogen Ines Ingrid Iris Isabella Isha Ivy Jasmine Joanna Julia Kavya Keira Khadija Lara Layla Leila Lena Lily Lucia Lucy Mabel Maeve Maia Marta
  Maryam Matilda Maya Mila Millie Mina Molly Nadia Naomi Nia Nina Noor Olivia Orla Oyinda Phoebe Poppy Priyanka Rania Rosa Rosie Ruby Saoirse Sara
  Seren Shanice Simran Skye Sophia Tabitha Tamsin Tara Thea Uma Violet Willow Yara Yasmin Yuki Zainab Zara Zoe`);

const BOYS = words(`
  Aaron Abdul Adam Adil Albie Alexander Alfie Amir Andrei Anton Archie Arjun Arlo Arthur Austin Ayo Ben Bilal Blake Bogdan Caleb Cassius Charlie Chidi
  Cian Daniel David Declan Dev Dominic Dylan Eddie Edward Elijah Emeka Emre Ethan Euan Felix Finlay Finn Frank Frederick Gabriel George Gethin Gwilym
  Hamza Harry Harvey Hugo Ibrahim Idris Isaac Ivan Jack Jacob Jae Jaden James Jamie Jasper Jayden Jerome Joel Jonah Joseph Joshua Jude Kai Karim Kian
  Kofi Krish Kyle Leo Levi Lewis Liam Logan Louis Lucas Malachi Marcel Marcus Mason Mateusz Matthew Max Milo Mohammed Musa Nathan Nikhil Noah
  Oliver Omar Oscar Osian Otis Patrick Pavel Quinn Rafael Reggie Reuben Rhys Rohan Ronan Ryan Sam Samuel Sebastian Stanley Taio Teddy Theo Thomas
  Tomos Toby Umar Victor Vihaan William Xavier Yusuf Zachary Zain`);

const SURNAMES = words(`
  Abara Abbott Achterberg Adekunle Agarwal Ahmed Akhtar Ali Allerton Amadi Andersson Anwar Appiah Arkwright Asante Aslam Atkinson Attwood Bailey Balogun
  Banerjee Barlow Begum Bennett Bhatt Bielak Birch Blythe Booth Bradshaw Brennan Bright Brook-Lane Buchanan Bukhari Byrne Cabral Chadwick Chan
  Chaudhry Chen Choudhury Clarke Clough Coleman Cooper Costa Cullen Dalton Das Davenport Dawson Desai Dhillon Diallo Dixon Dobson Doherty Dosanjh
  Dragomir Duarte Dunne Eccleston Edwards Ekwueme Ellwood Emmanuel Entwistle Farouk Fairhurst Farrell Ferreira Fielding Finch Fitzgerald Fofana Ford
  Fraser Gallardo Garside Georgiou Ghosh Gibbons Gill Gomes Goodwin Greenhalgh Grewal Griffiths Hall Hamid Hardcastle Harris Hartley Haworth Hayes
  Heywood Higgins Holt Hosseini Howarth Hussain Hutton Ibe Ionescu Iqbal Isherwood Islam Jackson Jankowski Jarvis Jenkins Jimoh Jones Joshi Kamara
  Kapoor Kaur Kaya Keane Kelly Khalil Khan Kozak Krawczyk Lam Latif Leigh Lewandowski Li Lindley Lister Lloyd Lowe Lynch Macdonald Mahmood Maguire
  Malone Marsden Martins Mason Mbeki Mazur Mehta Mills Miah Mistry Moore Morris Mukherjee Murphy Mwangi Naylor Ndlovu Newton Nkosi Norris Nowicki
  Nunes Nuttall Obi Odell Ogden Okeke Okonkwo Oldfield Oliveira Onyango Ormerod Osman Owusu Palmer Park Parkinson Patel Pearce Pereira Petit Phillips
  Pillai Pollard Popescu Powell Prescott Quashie Quinn Rahman Rai Ramirez Rashid Ratcliffe Rees Reilly Richards Rigby Roberts Rosen Rowe Royle Ryder
  Sadiq Salim Sandhu Santos Sato Sesay Shah Sharma Sharples Shaw Sheikh Siddiqui Silva Simmons Sinclair Slater Smethurst Sokolov Stone Stott Suleiman
  Sutcliffe Swift Sykes Szabo Tanaka Tattersall Taylor Thapa Thornley Toth Turay Turner Ullah Uddin Unsworth Varga Vasquez Verma Wadsworth Walsh
  Wang Warburton Ward Watts Whitaker Whittle Wilding Williams Wilson Winstanley Wood Wrigley Wu Yates Yeung Young Zaman Zhang`);

export type Named = { readonly givenName: string; readonly surname: string };

/** Names that no two people in the school share; those in `taken` are left out. */
export const namesWithoutRepeat = (chance: Chance, taken: Iterable<string>) => {
  const used = new Set(taken);
  return (sex: 'female' | 'male'): Named => {
    for (;;) {
      const name = { givenName: chance.pick(sex === 'female' ? GIRLS : BOYS), surname: chance.pick(SURNAMES) };
      const whole = `${name.givenName} ${name.surname}`;
      if (used.has(whole)) continue;
      used.add(whole);
      return name;
    }
  };
};

/** `O’Sullivan-Achebe` and `Zieliński` as an address can carry them: `osullivan-achebe`, `zielinski`. */
export const addressWord = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replaceAll(' ', '-')
    .replace(/[^a-z0-9-]/g, '');
