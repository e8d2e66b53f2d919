"""States and the words by which news stands for them: names, adjectives, peoples, capitals, seats and organs of government.

A state's organs, officials and capital count as the state, as in the CAMEO coding of political actors (Schrodt, CAMEO Codebook 1.1b3,
2012, ch. 3: country code first, role second). General knowledge, no word of any one topic.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

Words = tuple[str, ...]
"""Lower-case words without full stops, hyphens as spaces."""

State = tuple[str, str]
"""(name of the state, what the words are: name, adjective, people or seat)."""

# A state a line: names | adjectives and peoples | capital, seats and organs. A line that is indented continues the one before.
_TABLE = """
Afghanistan | Afghan | Kabul
Albania | Albanian | Tirana
Algeria | Algerian | Algiers
Angola | Angolan | Luanda
Argentina | Argentine, Argentinian | Buenos Aires
Armenia | Armenian | Yerevan
Australia | Australian, Aussie | Canberra
Austria | Austrian | Vienna
Azerbaijan | Azerbaijani, Azeri | Baku
Bahrain | Bahraini | Manama
Bangladesh | Bangladeshi | Dhaka
Belarus | Belarusian, Belarussian | Minsk
Belgium | Belgian |
Bolivia | Bolivian | La Paz
Bosnia, Bosnia and Herzegovina | Bosnian | Sarajevo
Brazil | Brazilian | Brasilia
Britain, United Kingdom, UK, Great Britain, England | British, Briton, Brit, English | Downing Street, Whitehall, Westminster, House
    of Commons, House of Lords, MI5, MI6, GCHQ
Bulgaria | Bulgarian | Sofia
Cambodia | Cambodian | Phnom Penh
Canada | Canadian | Ottawa
Chad | Chadian |
Chile | Chilean |
China, People's Republic of China, PRC | Chinese | Beijing, Zhongnanhai
Colombia | Colombian | Bogota
Congo, Democratic Republic of the Congo, DRC | Congolese | Kinshasa
Costa Rica | Costa Rican |
Croatia | Croatian, Croat | Zagreb
Cuba | Cuban | Havana
Cyprus | Cypriot | Nicosia
Czech Republic, Czechia | Czech | Prague
Denmark | Danish, Dane | Copenhagen
Ecuador | Ecuadorian, Ecuadorean | Quito
Egypt | Egyptian | Cairo
El Salvador | Salvadoran, Salvadorian | San Salvador
Eritrea | Eritrean | Asmara
Estonia | Estonian | Tallinn
Ethiopia | Ethiopian | Addis Ababa
Finland | Finnish, Finn | Helsinki
France, French Republic | French, Frenchman, Frenchwoman | Paris, Elysee, Élysée, Elysee Palace, Élysée Palace, Quai d'Orsay
Georgia | Georgian | Tbilisi
Germany | German | Berlin, Bundestag
Ghana | Ghanaian | Accra
Greece | Greek | Athens
Guatemala | Guatemalan | Guatemala City
Haiti | Haitian | Port-au-Prince
Honduras | Honduran | Tegucigalpa
Hungary | Hungarian | Budapest
Iceland | Icelandic, Icelander | Reykjavik
India | Indian | New Delhi, Delhi
Indonesia | Indonesian | Jakarta
Iran, Islamic Republic, Islamic Republic of Iran | Iranian, Persian | Tehran, Teheran, Revolutionary Guard, Revolutionary Guards,
    Revolutionary Guard Corps, Islamic Revolutionary Guard Corps, IRGC, Quds Force, Qods Force
Iraq | Iraqi | Baghdad
Ireland | Irish | Dublin
Israel, Jewish state | Israeli | Jerusalem, Tel Aviv, Knesset, Mossad, Shin Bet, IDF, Israel Defense Forces, Israeli Defense Forces
Italy | Italian | Rome
Ivory Coast | Ivorian | Abidjan
Jamaica | Jamaican | Kingston
Japan | Japanese | Tokyo
Jordan | Jordanian | Amman
Kazakhstan | Kazakh, Kazakhstani | Astana
Kenya | Kenyan | Nairobi
Kosovo | Kosovar | Pristina
Kuwait | Kuwaiti | Kuwait City
Kyrgyzstan | Kyrgyz | Bishkek
Laos | Laotian | Vientiane
Latvia | Latvian | Riga
Lebanon | Lebanese | Beirut
Libya | Libyan | Tripoli
Lithuania | Lithuanian | Vilnius
Macedonia, North Macedonia | Macedonian | Skopje
Malaysia | Malaysian | Kuala Lumpur
Mali | Malian | Bamako
Malta | Maltese | Valletta
Mexico | Mexican | Mexico City
Moldova | Moldovan | Chisinau
Mongolia | Mongolian | Ulaanbaatar
Montenegro | Montenegrin | Podgorica
Morocco | Moroccan | Rabat
Mozambique | Mozambican | Maputo
Myanmar, Burma | Burmese | Naypyidaw
Nepal | Nepali, Nepalese | Kathmandu
Netherlands, Holland | Dutch, Dutchman | The Hague, Amsterdam
New Zealand | New Zealander, Kiwi | Wellington
Nicaragua | Nicaraguan | Managua
Niger | Nigerien | Niamey
Nigeria | Nigerian | Abuja
North Korea, the North, DPRK, Democratic People's Republic of Korea | North Korean | Pyongyang, KCNA, Korean Central News Agency,
    Korean People's Army, Workers' Party of Korea, Workers Party of Korea
Norway | Norwegian | Oslo
Oman | Omani | Muscat
Pakistan | Pakistani | Islamabad
Palestine, Palestinian Authority, State of Palestine | Palestinian | Ramallah
Panama | Panamanian | Panama City
Paraguay | Paraguayan | Asuncion
Peru | Peruvian | Lima
Philippines | Philippine, Filipino | Manila
Poland | Polish, Pole | Warsaw
Portugal | Portuguese | Lisbon
Qatar | Qatari | Doha
Romania | Romanian | Bucharest
Russia, Russian Federation | Russian | Moscow, Kremlin, GRU, FSB, KGB, SVR, Duma
Rwanda | Rwandan | Kigali
Saudi Arabia, Saudis, KSA, Kingdom of Saudi Arabia | Saudi, Saudi Arabian | Riyadh
Senegal | Senegalese | Dakar
Serbia | Serbian, Serb | Belgrade
Singapore | Singaporean |
Slovakia | Slovak, Slovakian | Bratislava
Slovenia | Slovenian, Slovene | Ljubljana
Somalia | Somali | Mogadishu
South Africa | South African | Pretoria
South Korea, the South, Republic of Korea, ROK | South Korean | Seoul, Blue House, Cheong Wa Dae
Soviet Union, USSR | Soviet |
Spain | Spanish, Spaniard | Madrid
Sri Lanka | Sri Lankan | Colombo
Sudan | Sudanese | Khartoum
Sweden | Swedish, Swede | Stockholm
Switzerland | Swiss | Bern
Syria, Syrian Arab Republic | Syrian | Damascus, Syrian Arab Army, Syrian Army, SANA
Taiwan | Taiwanese | Taipei
Tajikistan | Tajik | Dushanbe
Tanzania | Tanzanian | Dodoma
Thailand | Thai | Bangkok
Tunisia | Tunisian | Tunis
Turkey, Turkiye, Türkiye | Turkish, Turk | Ankara
Turkmenistan | Turkmen | Ashgabat
Uganda | Ugandan | Kampala
Ukraine | Ukrainian | Kyiv, Kiev
United Arab Emirates, UAE, Emirates | Emirati | Abu Dhabi
United States, United States of America, US, USA, America | American | Washington, White House, Oval Office, Capitol Hill, House,
    Congress, Congressional, US Congress, Senate, US Senate, House of Representatives, Pentagon, State Department, Department of
    State, Justice Department, Department of Justice, DOJ, Treasury Department, Department of the Treasury, Department of Defense,
    Defense Department, Department of Homeland Security, DHS, Homeland Security, FBI, Federal Bureau of Investigation, CIA, Central
    Intelligence Agency, NSA, National Security Agency, National Security Council, NSC, Supreme Court, Secret Service, Environmental
    Protection Agency, EPA, Federal Reserve, ICE, Immigration and Customs Enforcement, Customs and Border Protection, CBP, Border
    Patrol, National Guard, Air Force, Marine Corps, Senate Intelligence Committee, House Intelligence Committee, Senate Judiciary
    Committee, House Judiciary Committee, Senate Foreign Relations Committee
Uruguay | Uruguayan | Montevideo
Uzbekistan | Uzbek | Tashkent
Vatican, Holy See | |
Venezuela | Venezuelan | Caracas
Vietnam | Vietnamese | Hanoi
Yemen | Yemeni | Sanaa
Zimbabwe | Zimbabwean | Harare
European Union, EU | European | Brussels, European Commission, European Parliament, European Council
United Nations, UN | | UN Security Council, Security Council, General Assembly, UN General Assembly
NATO, North Atlantic Treaty Organization | |
"""

_INVARIABLE = ("ese", "ish", "ch", "swiss")
"""Endings of adjectives whose people have no plural in s."""


def fold_name(text: str) -> Words:
    """A name as words to compare: lower case, no full stops, no possessive; hyphens separate."""
    plain = text.lower().replace("’", "'").replace(".", "").replace("-", " ").replace("–", " ")
    return tuple(word for word in plain.split() if word not in ("'s", "'"))


@cache
def states() -> Mapping[Words, State]:
    """Every word or words for a state."""
    found: dict[Words, State] = {}
    for line in _TABLE.replace("\n    ", " ").strip().splitlines():
        names, adjectives, seats = ([part.strip() for part in column.split(",") if part.strip()] for column in line.split("|"))
        for adjective in adjectives:
            found[fold_name(adjective)] = (names[0], "adjective")
            if not adjective.lower().endswith(_INVARIABLE):
                found[fold_name(adjective + "s")] = (names[0], "people")
        for seat in seats:
            found[fold_name(seat)] = (names[0], "seat")
        for name in names:
            found[fold_name(name)] = (names[0], "name")
    return found


LONGEST = max(len(words) for words in states())
"""Words of the longest entry."""
