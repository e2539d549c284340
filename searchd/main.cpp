// Serves an index over HTTP; maps errors to exit codes.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <xapian.h>

#include "indexer/schema/errors.h"
#include "searchd/service.h"

int main(int argc, char** argv) {
  constexpr int kWrongUsage = 2;
  try {
    const auto line = techpolicy::parse_command_line(argc, argv);
    if (line) techpolicy::serve(*line);
    return EXIT_SUCCESS;
  } catch (const Xapian::Error& error) {
    std::cerr << "searchd: " << error.get_description() << '\n';
  } catch (const techpolicy::UsageError& error) {
    std::cerr << "searchd: " << error.what() << '\n';
    return kWrongUsage;
  } catch (const std::exception& error) {
    std::cerr << "searchd: " << error.what() << '\n';
  }
  return EXIT_FAILURE;
}
