#include "indexer/articles/month_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {
namespace {

/// One string a month, names between spaces; a name of two languages stands once.
constexpr std::array<std::string_view, 12> kNames = {
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января январь "
    "янв",
    "february feb februar février févr fév febrero febbraio fevereiro fev februari февраля февраль "
    "фев",
    "march mar märz mär mrz mars marzo março maart mrt марта март мар",
    "april apr avril avr abril abr aprile апреля апрель апр",
    "may mai mayo maggio mag maio mei мая май",
    "june jun juni juin junio giugno giu junho июня июнь июн",
    "july jul juli juillet juil julio luglio lug julho июля июль июл",
    "august aug août agosto ago augustus августа август авг",
    "september sep sept septembre septiembre setiembre settembre set setembro сентября сентябрь "
    "сен сент",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря декабрь дек"};

std::unordered_map<std::string, unsigned> months_by_name() {
  std::unordered_map<std::string, unsigned> months;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    std::string_view rest = kNames[i];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      months.emplace(fold(rest.substr(0, end)), static_cast<unsigned>(i + 1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return months;
}

}  // namespace

std::optional<unsigned> month_of_name(std::string_view name) {
  static const std::unordered_map<std::string, unsigned> months = months_by_name();
  const auto found = months.find(std::string(name));
  return found == months.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace techpolicy
