// The word lists, a row a cue.
#include "indexer/entities/organisation_cues.h"

#include <array>
#include <unordered_map>

namespace techpolicy {
namespace {

struct CueRow {
  Cue cue;
  std::string_view words;  ///< Folded, separated by blanks.
};

constexpr std::array kRows = {
    CueRow{Cue::legal_form,
           "inc incorporated corp corporation ltd limited unlimited llc plc ag sa nv se gmbh kk "
           "co company oyj oy spa ab bv pte pty asa bhd tbk lp llp kg kgaa srl sarl sas pjsc "
           "ojsc jsc"},
    CueRow{Cue::company_head,
           "group holdings holding bank bancorp bancshares capital partners securities "
           "technologies technology systems motors airlines airways pharmaceuticals pharma "
           "therapeutics biosciences biotech biotherapeutics petroleum resources industries "
           "media entertainment studios ventures labs laboratories semiconductor semiconductors "
           "electronics software networks communications telecom telecommunications insurance "
           "financial investments advisors advisers associates brothers stores foods mining "
           "exploration analytics consulting solutions robotics aerospace automotive healthcare "
           "chemicals chemical materials logistics shipping railways railroad properties realty "
           "hotels resorts restaurants brands beverages breweries cosmetics gaming interactive "
           "pictures records radio television broadcasting newspapers publishing wireless mobile "
           "instruments devices dynamics genomics energy power oil gas electric utilities "
           "enterprises international worldwide asset management equities markets broadcaster "
           "trading steel motor cement construction engineering outfitters apparel supermarkets"},
    CueRow{Cue::institution_head,
           "university college institute ministry department agency authority commission "
           "committee council board bureau association federation foundation society union "
           "organization organisation center centre academy hospital museum chamber alliance "
           "coalition party court parliament institution consortium fund trust bank exchange "
           "school reserve treasury observatory administration"},
    CueRow{Cue::other_head,
           "street road avenue square park river lake island islands county bay beach valley "
           "mountain mountains hill hills ocean sea bridge airport station tower building house "
           "act bill law treaty agreement accord pact convention directive regulation rule "
           "amendment index average indices composite futures cup championship championships "
           "open tournament award awards prize day week month year conference summit forum show "
           "expo festival report survey study review book war crisis deal plan program programme "
           "project initiative strategy policy order scheme reform city town village district "
           "province state region republic kingdom coast north south east west time language "
           "people dollar euro yuan pound note bond bonds stocks edition version series model "
           "phone protocol standard game season"},
    CueRow{Cue::company_noun,
           "company firm startup chipmaker carmaker automaker drugmaker maker retailer giant "
           "manufacturer provider supplier miner insurer lender brokerage bank airline utility "
           "vendor conglomerate consultancy distributor broadcaster subsidiary rival competitor "
           "affiliate planemaker brewer bookmaker bookseller grocer shipbuilder steelmaker telco "
           "telecom biotech fintech marketplace wholesaler homebuilder refiner foundry "
           "consortium newspaper website charity nonprofit"},
    CueRow{Cue::officer, "ceo cfo cto coo chairman chairwoman founder cofounder"},
    CueRow{Cue::staff,
           "analyst analysts economist economists strategist strategists trader traders "
           "researcher researchers engineer engineers spokesman spokeswoman spokesperson "
           "spokespeople employee employees executive executives lawyer lawyers manager managers "
           "professor scientist scientists customers shareholders investors representative "
           "representatives officials"},
    CueRow{Cue::speech_verb,
           "said says announced reported reports confirmed declined told added stated disclosed "
           "warned wrote argued claims claimed noted"},
    CueRow{Cue::company_verb,
           "launched launches launch unveiled acquired acquires bought buys sells sold raised "
           "posted reported reports announced announces manufactures makes made operates owns "
           "employs partnered hired filed sued develops provides plans agreed offers offered "
           "shipped ships expanded invested invests appointed"},
    CueRow{Cue::business_noun,
           "shares share stock revenue revenues profit profits earnings sales customers products "
           "product services service platform app website employees board management business "
           "shareholders investors software technology brand operations parent subsidiary unit "
           "headquarters stores factory factories plant plants chips devices users bonds ipo "
           "dividend valuation market headcount workforce portfolio executives ceo cfo chairman "
           "spokesman spokeswoman chief founder clients client team takeover acquisition bid "
           "results debt assets fleet"},
    CueRow{Cue::exchange,
           "nasdaq nyse lse tse hkex krx sse szse twse amex hkg tyo epa etr fra otc tsx tsxv asx "
           "nasdaqgs nasdaqgm nasdaqcm otcqb otcqx otcbb bse nse sgx jse hkse six cse aim"},
    CueRow{Cue::person_title,
           "mr mrs ms miss dr sir lord lady prof professor senator sen rep representative "
           "congressman congresswoman governor gov mayor judge justice minister secretary "
           "president chairman chairwoman chair ceo cfo cto coo chief officer executive director "
           "founder cofounder analyst economist strategist trader lawyer attorney spokesman "
           "spokeswoman spokesperson manager head treasurer commissioner ambassador general "
           "colonel captain lieutenant sergeant deputy vice editor author reporter journalist "
           "researcher scientist engineer actor actress singer coach player striker king queen "
           "prince princess pope photographer editing reporting writing by chancellor premier "
           "republican democrat candidate leader boss billionaire investor entrepreneur cochair "
           "owner partner member son daughter wife husband brother sister"},
    CueRow{Cue::calendar,
           "january february march april may june july august september october november "
           "december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday "
           "thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun gmt est "
           "edt bst et utc cet am pm christmas easter"},
    CueRow{Cue::function_word,
           "the a an and or but nor so yet if when while after before since because although "
           "though as at by for from in into of off on onto out over per to under until up upon "
           "via with within without about above across against along among around behind below "
           "beneath beside between beyond despite down during except inside like near outside "
           "past through throughout toward towards than that this these those it its he she his "
           "her they their we our you your i my me us them who whom whose which what where why "
           "how is are was were be been being am do does did has have had will would can could "
           "shall should may might must not no yes also however meanwhile moreover still then "
           "there here now today yesterday tomorrow just only even both either neither each "
           "every all any some many less few other another such same earlier later ago once "
           "again already ever never often sometimes perhaps maybe according asked given "
           "including let see read click photo photos image source sources related tags "
           "advertisement follow"},
    CueRow{Cue::place_preposition, "in near outside across throughout"},
    CueRow{Cue::region,
           "america asia africa europe oceania north south european europeans asian asians "
           "african africans american americans latin arab arabs arabic nordic scandinavian "
           "baltic balkan western eastern northern southern central scottish welsh english "
           "british soviet kurdish kurds jewish jews muslim muslims islamic christian christians "
           "catholic protestant orthodox democrats republicans conservatives labour tories "
           "caribbean mediterranean pacific atlantic arctic"},
    CueRow{
        Cue::generic_acronym,
        "gdp gnp cpi ppi pmi etf etfs ipo ipos roi ebitda ebit eps ceo ceos cfo cto coo evp svp "
        "vp pr hr tv tvs usa uk us usd eur gbp jpy cny rmb api apis gps lng lpg nav yoy qoq ltv "
        "atm atms pc pcs cd cds dvd dvds led leds lcd oled cpu cpus gpu gpus ram dram nand ssd "
        "usb wifi url html xml pdf faq faqs diy vat gst ira iras pin sms app os llm llms ai agi "
        "ml ar vr xr iot ict it ip hbm euv duv asic asics soc fpga rfid nfc sdk saas paas iaas "
        "crm erp seo kpi kpis csr esg dna rna mrna hiv aids covid sars mri phd mba bsc msc ngo "
        "ngos ppp fdi qe bric brics opex capex lbo llc spac spacs nft nfts defi ico icos dao btc "
        "eth mou nda rfp rfi rfc pii csam gdpr dsa dma ear cfius tpp nafta usmca faa gmt am pm "
        "rs reit reits cdo mbs abs isa aed sgd aud cad chf inr krw hkd"},
    CueRow{Cue::given_name,
           "aaron adam alan albert alex alexander alice alison allen amanda amy andrea andrew "
           "angela ann anna anne anthony antonio arthur ashley barbara ben benjamin bernard "
           "betty bill bob bobby boris brad brandon brenda brian bruce bryan carl carlos carol "
           "caroline catherine charles charlie cheryl chris christian christina christine "
           "christopher cindy claire colin craig cynthia dan daniel danny dave david dawn dean "
           "deborah debra dennis derek diana diane diego dmitry don donald donna doug douglas "
           "duncan ed eddie edward elaine eleanor elena elizabeth ellen emily emma eric erik "
           "ernest eugene eva evan fernando fiona francis francisco franck francois frank fred "
           "frederick gary gavin geoff geoffrey george gerald gerard giovanni glenn gordon grace "
           "graham greg gregory guy hannah hans harold harry heather hector heidi helen henri "
           "henry howard hugh ian igor irene isaac ivan jack jackie jacob jacques james jamie "
           "jan jane janet janice jason javier jay jean jeff jeffrey jennifer jeremy jerome "
           "jerry jesse jessica jill jim jimmy joan joanne joe joel johannes john johnny jon "
           "jonathan jordan jorge jose joseph josh joshua juan judith judy julia julian julie "
           "karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin "
           "kim kimberly kyle larry laura lauren laurent lawrence lee leo leon leonard leslie "
           "lewis liam linda lindsay lisa liz lloyd louis louise lucas lucy luis luke lynn "
           "malcolm manuel marc marco marcus margaret maria marie mario mark martha martin "
           "marvin mary mathew matt matthew maurice max megan melanie melissa michael michel "
           "michele michelle miguel mike mitch mohamed mohammed monica muhammad nancy naomi "
           "natalie nathan neil nicholas nick nicola nicolas nicole nigel noah norman oliver "
           "olivia oscar pablo pamela patricia patrick paul paula pedro peggy peter phil philip "
           "philippe phillip pierre rachel ralph ray raymond rebecca ricardo richard rick rob "
           "robert roberto robin rodney roger roland ron ronald rose ross roy russell ruth ryan "
           "sally sam samantha samuel sandra sara sarah scott sean sergei sergio seth shane "
           "shannon sharon shaun sheila simon sophie stanley stefan stephanie stephen steve "
           "steven stewart stuart sue susan suzanne sylvia tara ted teresa terry theresa thomas "
           "tim timothy tina todd tom tommy tony tracy trevor tyler valerie vanessa victor "
           "victoria vincent virginia vladimir walter warren wayne wendy will william yuri yves "
           "zachary"},
};

using CueMap = std::unordered_map<std::string_view, std::uint32_t>;

CueMap make_map() {
  CueMap map;
  for (const CueRow& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) map[rest.substr(0, end)] |= static_cast<std::uint32_t>(row.cue);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return map;
}

}  // namespace

Cues cues_of(std::string_view folded) {
  static const CueMap map = make_map();
  const auto found = map.find(folded);
  return Cues(found == map.end() ? 0 : found->second);
}

}  // namespace techpolicy
