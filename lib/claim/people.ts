import { isDemonym } from './places';

const PERSON = new Set(
  `person man woman child human individual worker employee resident passenger crew crewman protester pirate student pupil teacher soldier
  troop officer policeman national citizen civilian patient victim foreigner minor survivor migrant refugee guest fan spectator visitor
  tourist member leader expert doctor medic nurse volunteer youth teenager boy girl mourner rioter participant attendee viewer user
  witness suspect inmate prisoner hostage fighter militant insurgent rebel gunman journalist official villager miner driver pilot
  firefighter immigrant voter adult demonstrator marcher striker supporter activist campaigner commuter shopper customer detainee
  evacuee returnee trainee brigand bystander negotiator investigator baby infant crowd family staff personnel casualty smuggler poacher
  thief robber looter trafficker farmer fisher weaver other docker dockworker climber hiker skier swimmer surfer rower sailor rider
  walker runner dancer player singer actor athlete teammate coworker co-worker colleague labourer laborer builder carpenter plumber
  baker butcher cleaner waiter teller clerk banker trader manager director executive boss owner tenant renter homeowner householder
  neighbour neighbor caller buyer client consumer subscriber pensioner retiree elder grower rancher herder settler nomad squatter beggar
  beneficiary recipient donor candidate lawmaker senator deputy delegate envoy diplomat ambassador minister mayor judge juror lawyer
  prosecutor defendant attacker bomber kidnapper thug raider intruder murderer killer conspirator paramedic surgeon dentist engineer
  technician mechanic scientist researcher scholar author writer reporter editor photographer broadcaster priest monk nun cleric pilgrim
  worshipper worshiper believer follower parent mother father son daughter brother sister husband wife widow orphan sibling relative
  grandchild teen toddler senior infantryman marine paratrooper sergeant general captain commander recruit conscript reservist veteran
  guerrilla guerilla militiaman peacekeeper guard politician legislator dissident dealer broker importer exporter shipper organizer organiser ranger rescuer trooper constable detective inspector agent`.split(
    /\s+/,
  ),
);

/** True for a noun that names people: by what they do, what befell them, or where they come from; singular, lower case. */
export const isPerson = (head: string): boolean =>
  PERSON.has(head) || isDemonym(head) || (head.length > 5 && /(?:man|woman|person|goer|holder|ist)$/.test(head));

const STATES = new Set(
  `dead killed drowned injured wounded hurt missing homeless displaced evacuated rescued freed arrested captured detained charged ill sick
  infected hospitalised hospitalized trapped buried`.split(/\s+/),
);

/** True for a state that is told of people right behind their number, and often stands for them: "left 12 people dead", "40 hurt". */
export const isState = (lower: string): boolean => STATES.has(lower);
