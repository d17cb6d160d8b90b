"""Our entity types, and how the types of other corpora map onto them.

Where a corpus says less than we want to know (CoNLL's LOC is a state, a river or an airport), a token gets the
*set* of labels that would be right, as bits, and the loss asks only that the labels of the set share the mass.
Lists of names narrow the sets; from there the model generalises."""

import os

TYPES = ("PER", "ORG", "GRP", "GPE", "LOC", "FAC", "NORP", "WPN", "EVT", "MISC")
LABELS = ("O",) + tuple(f"{part}-{kind}" for kind in TYPES for part in "BI")
AT = {label: i for i, label in enumerate(LABELS)}
EVERYTHING = (1 << len(LABELS)) - 1
OUTSIDE = 1


def begin(kinds):
    return sum(1 << AT["B-" + kind] for kind in kinds)


def inside(kinds):
    return sum(1 << AT["I-" + kind] for kind in kinds)


def mark(bits, first, last, kinds, outside=False):
    """Token bits of a mention of one of these kinds; outside: it may also be none."""
    for i in range(first, last + 1):
        bits[i] = (begin(kinds) if i == first else inside(kinds)) | (OUTSIDE if outside else 0)


ARMED_GROUPS = set("""
taliban|taleban|tehrik-i-taliban|haqqani network|haqqani|al-qaeda|al qaeda|al-qaida|al qaida|aq|aqap|aqim
islamic state|isis|isil|daesh|is|da'esh|is-k|iskp|islamic state of iraq and the levant|islamic state of iraq and syria
hezbollah|hizbollah|hizbullah|hamas|islamic jihad|palestinian islamic jihad|al-aqsa martyrs brigades|fatah hawks
pkk|kurdistan workers party|kurdistan workers ' party|ypg|ypj|peshmerga|kdp|kurdistan democratic party|puk
patriotic union of kurdistan|syrian democratic forces|sdf|free syrian army|fsa|syrian opposition|jabhat al-nusra
al-nusra front|nusra front|jabhat fateh al-sham|jabhat fatah al-sham|hayat tahrir al-sham|hts|ahrar al-sham
jaysh al-islam|jaish al-islam|jund al-aqsa|liwa al-tawhid|southern front|faylaq al-rahman
mahdi army|badr brigades|badr organization|popular mobilization forces|kata'ib hezbollah|asa'ib ahl al-haq
houthi|houthis|ansar allah|boko haram|al-shabaab|al shabaab|shabaab|jama'at nasr al-islam wal muslimin|jnim
lord 's resistance army|lra|unita|renamo|frelimo|swapo|frolinat|plan|mpla|spla|splm|janjaweed|interahamwe|m23
revolutionary united front|ruf|ulimo|ulimo-j|ulimo-k|npfl|national patriotic front of liberia|armed islamic group|gia
islamic salvation army|polisario|polisario front|tigray people's liberation front|tplf|fano|wagner group|wagner
rapid support forces|rsf|seleka|anti-balaka|adf|allied democratic forces
ira|irish republican army|provisional ira|real ira|inla|uvf|ulster volunteer force|uda|ulster freedom fighters|eta
grapo|red brigades|red army faction|november 17|kosovo liberation army|kla|uck|bosnian serb army
farc|revolutionary armed forces of colombia|eln|national liberation army|m-19|epl|auc|shining path|sendero luminoso
tupac amaru|tupac amaru revolutionary movement|mrta|fmln|farabundo marti national liberation front|fpl|erp|zapatista
zapatista national liberation army|ezln|popular revolutionary army|epr|urng|contras|recontras|sandinista front
khmer rouge|ltte|tamil tigers|liberation tigers of tamil eelam|liberation tigers|moro islamic liberation front|milf
moro national liberation front|mnlf|abu sayyaf|new people's army|npa|jemaah islamiyah|free aceh movement|gam
free papua movement|opm|fretilin|falintil|karen national union|knu|arakan army|kachin independence army|mong tai army
lashkar-e-taiba|lashkar-e-tayyiba|jaish-e-mohammed|jaish-e-mohammad|hizbul mujahideen|harkat-ul-ansar
harakat-ul-mujahidin|al-faran|united liberation front of assam|ulfa|naxalites|bodo security force
jammu and kashmir liberation front|hizb-e-islami|hezb-i-islami|northern alliance|united tajik opposition
islamic movement of uzbekistan|imu|chechen rebels|aum shinri kyo|mujahideen khalq|mujahedin khalq|people's mujahideen
hezb-e-wahdat|jumbish-i-milli|dpr|lpr|azov|azov battalion|right sector
""".replace("\n", "|").strip("|").split("|"))

LOCATION_WORDS = set("""river lake sea mount mountain mountains ocean valley gulf island islands isle isles desert bay
strait straits peninsula cape canal channel coast delta plateau basin plain plains hills hill creek falls beach forest
range ridge peak glacier reef archipelago jungle steppe oasis""".split())
LOCATIONS = set(name.strip() for name in """europe, asia, africa, middle east, north america, south america,
latin america, antarctica, east asia, south asia, southeast asia, south-east asia, central asia, western europe,
eastern europe, central europe, central america, north africa, west africa, east africa, southern africa, balkans,
caucasus, caribbean, mediterranean, sahara, sahel, siberia, alps, himalayas, andes, pyrenees, rockies, arctic,
antarctic, atlantic, pacific, baltic, adriatic, aegean, persian gulf, golan heights, golan, galilee, scandinavia,
horn of africa, great lakes, gulf, far east, west, euphrates, tigris, nile, danube, rhine, amazon, thames, volga,
mekong, ganges, jordan river, jordan valley, midwest, new england, silicon valley, bay area, west coast,
east coast""".replace("\n", " ").split(","))
FACILITY_WORDS = set("""airport airfield airbase bridge stadium hospital base palace street road prison avenue boulevard
highway motorway square cathedral church mosque temple synagogue museum hotel station port harbour harbor dam tower
building plant refinery checkpoint crossing barracks camp jail tunnel pipeline monastery embassy arena park garden
gardens theatre theater hall house court castle fort fortress school university college library market mall circuit
ground oval track racecourse""".split())
# "House" or "University" name organisations as often as buildings: there the word narrows nothing.
FACILITY_WORDS -= set("house court school university college library park".split())
GPE_ALIASES = set(name.strip() for name in """u.s., u.s, us, usa, u.s.a., u.s.a, america, britain, great britain,
england, scotland, wales, northern ireland, u.k., uk, russia, china, iran, syria, south korea, north korea, korea,
taiwan, vietnam, burma, west germany, east germany, yugoslavia, czechoslovakia, ussr, soviet union, zaire, ivory coast,
macedonia, bosnia, bosnia-herzegovina, bosnia-hercegovina, bosnia and herzegovina, republika srpska, chechnya, kosovo,
east timor, hong kong, palestine, gaza, gaza strip, west bank, czech republic, netherlands, holland, united states,
united states of america, united kingdom, united arab emirates, uae, u.a.e., saudi arabia, sri lanka, new zealand,
new york, los angeles, washington, chicago, boston, kurdistan, iraqi kurdistan, aleppo, mosul, raqqa, fallujah,
deir ez-zor, deir ezzor, idlib, homs, hama, latakia, palmyra, tikrit, ramadi, kirkuk, sinjar, kobani, manbij, al bab,
anbar, nineveh, basra, erbil, dabiq, crimea, donbas, donetsk, luhansk, darfur, tibet, kashmir, quebec, bavaria,
catalonia, abkhazia, south ossetia, nagorno-karabakh, dagestan, ulster, punjab, sindh, helmand, kandahar, herat,
moscow, london, paris, beijing, tokyo, berlin, brussels, jerusalem, tel aviv, istanbul, bonn, geneva, frankfurt,
new delhi, bombay, karachi, sydney, melbourne, shanghai, calcutta, johannesburg, lagos, toronto, montreal, milan,
madrid, barcelona, grozny, sarajevo, belgrade, pristina, vatican, san francisco, california, texas, florida, arizona,
utah, ohio""".replace("\n", " ").split(","))
EVENT_WORDS = set("""games cup war open championship championships olympics olympic grand prix tournament league
conference summit festival election elections revolution marathon masters series trophy race tour massacre uprising
intifada holocaust operation rebellion offensive battle crusade convention hurricane earthquake typhoon storm""".split())
WEAPON_WORDS = set("""missile missiles rocket rockets rifle rifles grenade grenades mortar mortars artillery tank tanks
bomb bombs warhead warheads torpedo torpedoes landmine landmines howitzer howitzers gunship gunships warplane warplanes
warship warships submarine submarines helicopter helicopters drone drones pistol pistols gun guns machinegun
machineguns explosives ammunition munitions kalashnikov kalashnikovs uzi shell shells bomber bombers fighter jet jets
aircraft mine mines car truck vehicle vehicles weapon weapons knife knives machete machetes""".split())
WEAPON_WORDS -= set("car truck vehicle vehicles shell shells jet jets aircraft mine mines".split())
PRONOUNS = set("""i you he she it we they me him her us them my your his its our their who whom whose myself himself
herself themselves this that these those someone everyone""".split())
TITLES = set("""mr mr. mrs mrs. ms ms. dr dr. president minister prime vice senator sen. sen representative rep. rep gov.
governor king queen prince princess pope saint st. sir lord lady general gen. gen colonel col. col major maj. captain
capt. capt lieutenant lt. sergeant sgt. admiral chancellor premier secretary ambassador judge justice professor prof.
prof chairman chairwoman director chief mayor sheikh ayatollah imam bishop archbishop cardinal father sister brother
mother uncle aunt officer deputy foreign defense defence spokesman spokeswoman congressman congresswoman coach detective
inspector emperor empress duke duchess count baron rabbi reverend rev. miss madam madame mullah""".split())


class Places:
    """Names that are states, provinces or capitals."""

    def __init__(self, data):
        folder = os.path.join(data, "gazetteer", "geonames-admin")
        self.gpe = set(GPE_ALIASES)
        with open(os.path.join(folder, "countryInfo.txt"), encoding="utf-8") as file:
            for line in file:
                fields = line.split("\t")
                if not line.startswith("#") and len(fields) > 5:
                    self.gpe |= {fields[4].lower(), fields[5].lower()}
        with open(os.path.join(folder, "admin1CodesASCII.txt"), encoding="utf-8") as file:
            for line in file:
                fields = line.split("\t")
                for name in fields[1:3]:
                    self.gpe |= {name.lower(), name.lower().removesuffix(" province").removesuffix(" governorate")}
        self.gpe.discard("")
        self.gpe -= {"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western",
                     "centre", "center", "north east", "north west", "highlands", "midlands", "capital", "littoral"}

    def kinds(self, words):
        """The kinds that a place of these words may be."""
        low = [word.lower() for word in words]
        name = " ".join(low).removeprefix("the ")
        if name in LOCATIONS or any(word in LOCATION_WORDS for word in (low[0], low[-1])):
            return ("LOC",)
        if any(word in FACILITY_WORDS for word in (low[-1], low[0])):
            return ("FAC",)
        if name in self.gpe or name.replace(" - ", "-") in self.gpe:
            return ("GPE",)
        if any(word in {"province", "district", "governorate", "county", "republic", "city", "town", "village",
                        "state", "kingdom"} for word in low):
            return ("GPE",)
        return ("GPE", "LOC", "FAC")


def organisation_kinds(words, doubtful=False):
    name = " ".join(words).lower().removeprefix("the ").replace(" - ", "-").replace(" 's", "'s")
    if name in ARMED_GROUPS:
        return ("GRP",)
    return ("ORG", "GRP") if doubtful else ("ORG",)


def misc_kinds(words, tags):
    low = [word.lower() for word in words]
    if any(word in EVENT_WORDS for word in low) and len(words) > 1:
        return ("EVT",)
    if all(tag.startswith("JJ") for tag in tags) or (len(words) == 1 and tags[0] in ("NNPS", "NNS")):
        return ("NORP",)
    if len(words) == 1 and (low[0].endswith(("ish", "ese", "ian", "ians", "ean", "eans"))):
        return ("NORP",)
    return ("EVT", "MISC")


def lone(word):
    """What a token outside every mention may be: a weapon in small letters may be one that nobody marked."""
    if word.islower() and word in WEAPON_WORDS:
        return OUTSIDE | begin(("WPN",)) | inside(("WPN",))
    return OUTSIDE
